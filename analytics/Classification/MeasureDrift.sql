-- Grain: a heading, or '-' where the machine abstained: applications of the recent weeks and of the year before.
with types as (
  select split_part(pair, ' ', 1) as type_code, split_part(pair, ' ', 2) as heading_code
  from (select unnest(string_split($types, '|')) as pair)
),
labelled as (
  select province_code, application_id, arg_max(coalesce(type_code, '-'), (labelled_on, model_version)) as type_code
  from $labels
  where labelled_on < $until::timestamp
  group by all
)
select
  coalesce(t.heading_code, '-') as heading,
  (count(*) filter (where a.received_at >= $recent::timestamp at time zone 'UTC'))::integer as recent,
  (count(*) filter (where a.received_at < $recent::timestamp at time zone 'UTC'))::integer as before
from labelled as l
join raw_applications as a using (province_code, application_id)
left join types as t on t.type_code = l.type_code
where a.received_at < $until::timestamp at time zone 'UTC'
  and a.received_at >= $since::timestamp at time zone 'UTC'
group by all
order by heading
