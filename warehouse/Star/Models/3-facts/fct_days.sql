-- Grain: a district (0 unknown), a day and a part of the applications (those made at a time, Build): what happened to them on it
-- Key: province_code, district_code, date_key, part_from
-- mart_days adds the parts up: the hash table of a part's applications is a tenth of all applications' and looked into faster (ADR 27).
select
  s.province_code,
  a.district_code,
  s.on_date as date_key,
  getvariable('part_from') as part_from,
  count(*) filter (s.event_code = 'answered'::event_code) as answered,
  count(*) filter (s.event_code = 'closed'::event_code) as closed,
  count(*) filter (s.event_code = 'rejected'::event_code) as rejected,
  count(*) filter (s.event_code = 'reopened'::event_code) as reopened,
  count(s.score) as satisfaction_count,
  sum(s.score)::bigint as satisfaction_sum
from fct_stages as s
join (from fct_applications where in_part(application_id)) as a using (province_code, application_id)
where in_part(s.application_id)
  and s.event_code in ('answered'::event_code, 'closed'::event_code, 'rejected'::event_code, 'reopened'::event_code, 'rated'::event_code)
group by all
