-- Whoever is escorted is elderly, disabled, ill, a martyr's relative or a veteran: told as the most protected of these.
select
  v.scope_code,
  v.period_code,
  v.kind_code,
  case when v.kind_code <> 'escort' then told(v.scope_code, v.asked) when p.period_kind in ('quarter', 'year') then rounded_from_10(v.asked) end as asked,
  case when v.kind_code <> 'escort' then told(v.scope_code, v.done) when p.period_kind in ('quarter', 'year') then rounded_from_10(v.done) end as done,
  case when v.done >= 20 and (v.kind_code <> 'escort' or p.period_kind in ('quarter', 'year')) then round(v.minutes / v.done / 5) * 5 end::bigint as mean_minutes
from warehouse.mart_visits as v
join warehouse.dim_period as p using (period_code)
order by v.scope_code, p.start_on, v.period_code, v.kind_code
