-- Grain: a matter that officers decided on, by their last decision
-- Key: flag_id
-- What is compared before and after is what its detector counts; of gaps between tiers of districts nothing is. Its turn is the week of
-- the measure, or where none was taken of the night that found it.
with measures (detector, measure, less_is_better) as (
  values
    ('sudden_rise', 'received', true), ('neighbouring_cluster', 'received', true), ('disparity', null, true), ('silent_bureau', 'received', false),
    ('overdue_share', 'overdue', true), ('good_practice', 'overdue', true), ('slow_answering', 'days', true), ('reopening', 'reopened', true),
    ('repetition', 'repeated', true), ('ping_pong', 'rerouted', true), ('missing_information', 'rejected', true), ('low_satisfaction', 'dissatisfied', true)
),

-- overdue|gender:female: what is judged, and of whom. The group of a ping-pong is the other unit.
ledger as (
  select *, if(detector = 'ping_pong', null, regexp_extract(group_code, '^(?:([^|]*)\|)?(.*)$', ['cause', 'who'])) as judged_group
  from flag_ledger
)

select
  l.flag_id, l.detector, l.level, v.province_code, l.district_code, l.unit_code, l.type_code,
  coalesce(nullif(l.judged_group.who, ''), '-') as group_code,
  l.place_code = 'TR' as is_country,
  string_split(l.place_code, '|') as plates,
  v.verdict_code, v.reason_code, v.measure_code, v.measured_on, v.given_on,
  m.less_is_better,
  case
    when starts_with(l.judged_group.who, 'sege:') then null
    when l.detector = 'disparity' then l.judged_group.cause
    when m.measure = 'overdue' and l.unit_code is not null then 'unit_overdue'
    else m.measure
  end as measure,
  date_trunc('week', coalesce(if(v.measured_on <= getvariable('as_of'), v.measured_on, null), l.first_seen))::date as turn_week
from ledger as l
join fct_verdicts as v on list_contains(l.known_as, v.flag_id)
left join measures as m on m.detector = l.detector
qualify row_number() over (partition by l.flag_id order by v.verdict_no desc) = 1
