-- Invented counts: every place files by its size, its habit, the season and chance; weeks add up to all else.
-- Districts of Ağrı, Kars and Iğdır only; the other provinces are told whole.
create macro chance(text) as (hash(text) % 1000) / 1000.0;

create table weekly as
with districts as (
  select s.*, s.population_2025 / 100000.0 * (30 + 60 * chance(s.province_code::varchar)) * (0.7 + 0.6 * chance(s.scope_code)) as rate
  from dim_scope as s
  where s.scope_level = if(s.province_code in (4, 36, 76), 'district', 'province')
)
select d.scope_code, d.province_code, d.district_code, w.start_on as week_start,
  floor(d.rate * (1 + 0.18 * sin(week(w.start_on) / 8.3)) * (0.75 + 0.5 * chance(d.scope_code || w.period_code))
    + chance(w.period_code || d.scope_code))::bigint as received
from districts as d, dim_period as w
where w.period_kind = 'week' and w.start_on between date '2023-01-02' and date '2026-11-16';

create table scoped as
select if(grouping(province_code) = 1, 'TR', if(grouping(district_code) = 1, 'il:' || province_code,
  'ilce:' || province_code || '-' || district_code)) as scope_code, week_start, sum(received)::bigint as received
from weekly
group by grouping sets ((week_start), (week_start, province_code), (week_start, province_code, district_code))
having grouping(district_code) = 1 or district_code is not null;

create table counts as
select s.scope_code, p.period_code, sum(s.received)::bigint as received, 0.04 + 0.25 * chance(s.scope_code || 'slow') as slow
from scoped as s
join dim_period as p on s.week_start between p.start_on and p.end_on
where p.period_kind <> 'week' or p.start_on > date '2025-11-01'
group by s.scope_code, p.period_code;

create table figures as
select c.scope_code, c.period_code, c.received, before.received as previous_received, ago.received as year_ago_received,
  (c.received * 0.95)::bigint as answered, (c.received * 0.9)::bigint as closed,
  (c.received * 0.97)::bigint as due, (c.received * 0.97 * c.slow)::bigint as overdue,
  (c.received * 0.31)::bigint as open_at_end, (c.received * 0.31 * c.slow)::bigint as overdue_open_at_end,
  (c.received * 0.02)::bigint as rejected, (c.received * 0.03)::bigint as reopened,
  (c.received * 0.22)::bigint as satisfaction_count, (c.received * 0.22 * 3.7)::bigint as satisfaction_sum,
  5 + (hash(c.scope_code) % 4)::double as median_working_days
from counts as c
join dim_period as p using (period_code)
left join counts as before on before.scope_code = c.scope_code and before.period_code = p.previous_code
left join counts as ago on ago.scope_code = c.scope_code and ago.period_code = p.year_ago_code;

create table typed as
with weights as (
  select t.type_code, t.heading_code, 1.0 / (1 + hash(t.type_code) % 60) as weight from dim_type as t where t.type_code <> t.heading_code
),
local as (
  select s.scope_code, w.*, w.weight * (0.4 + 1.2 * chance(coalesce(s.province_code, 0) || w.type_code)) as here
  from dim_scope as s, weights as w
)
select c.scope_code, c.period_code, l.type_code, l.heading_code,
  floor(c.received * l.here / sum(l.here) over (partition by c.scope_code, c.period_code)
    * (0.85 + 0.3 * chance(c.period_code || l.type_code)) + 0.4)::bigint as received, c.received as scope_received
from counts as c
join local as l using (scope_code)
join dim_period as p using (period_code)
where p.period_code in ('2026-10', '2026-09', '2025-10') and (c.scope_code = 'TR' or c.scope_code like 'il:%' or c.scope_code like 'ilce:76-%');
