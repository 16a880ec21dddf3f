-- Grain: a case with what its like had in the country: heading × channel × age band × circumstances × time there was
-- Of others only: a unit's own cases, and a province's, say nothing of what is usual. A small group of like cases leans on its
-- heading's share, that on the country's: each as if it had 50 cases of the wider one.
with cases as (
  $cases
),

told as (
  select
    c.judged, c.province_code, a.district_code, c.unit_code, a.heading_code, a.type_code, a.channel_code, c.application_id,
    d.gender_code, d.age_band_code, d.education_code, d.employment_code, d.circumstances, c.exposure, c.hit::integer as hit,
    if(c.judged = 'unit', c.unit_code, c.province_code::varchar) as own, d.circumstances <> '' as is_vulnerable
  from cases as c
  join fct_applications as a on a.province_code = c.province_code and a.application_id = c.application_id
  join dim_demographic as d using (demographic_key)
),

cells as (
  select judged, exposure, heading_code, channel_code, age_band_code, is_vulnerable, own, count(*) as n, sum(hit) as k from told group by all
),

others as (
  select
    *,
    sum(n) over (partition by judged, exposure) - sum(n) over (partition by judged, exposure, own) as n_country,
    sum(k) over (partition by judged, exposure) - sum(k) over (partition by judged, exposure, own) as k_country,
    sum(k) over (partition by judged, exposure) / sum(n) over (partition by judged, exposure) as everybody,
    sum(n) over (partition by judged, exposure, heading_code) - sum(n) over (partition by judged, exposure, heading_code, own) as n_heading,
    sum(k) over (partition by judged, exposure, heading_code) - sum(k) over (partition by judged, exposure, heading_code, own) as k_heading,
    sum(n) over alike - n as n_alike,
    sum(k) over alike - k as k_alike
  from cells
  window alike as (partition by judged, exposure, heading_code, channel_code, age_band_code, is_vulnerable)
),

shares as (
  select
    * exclude (n, k),
    (k_country + 50 * everybody) / (n_country + 50) as country,
    (k_heading + 50 * country) / (n_heading + 50) as heading,
    (k_alike + 50 * heading) / (n_alike + 50) as expected
  from others
)

select t.*, s.expected
from told as t
join shares as s
  on s.judged = t.judged and s.exposure = t.exposure and s.heading_code = t.heading_code and s.channel_code = t.channel_code
  and s.age_band_code = t.age_band_code and s.is_vulnerable = t.is_vulnerable and s.own = t.own
