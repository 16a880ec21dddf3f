-- Grain: a count in a fixed order, with numbers for its codes: to sort and group millions of rows by text was most of the work
-- Key: rowid, the place in the table: a row_number() over all took twice as long as the rest
with listed as materialized (
$listed
),

scopes as (
  select scope_code, place_above(scope_code) as above_code, row_number() over (order by scope_code) as place
  from (select distinct scope_code from listed)
),

places as materialized (
  select s.scope_code, s.place, nullif(above.place, s.place) as place_above
  from scopes as s
  left join scopes as above on above.scope_code = s.above_code
),

periods as materialized (
  select p.period_code, p.no as period, p.period_kind in ('quarter', 'year') as is_whole_period, whole.no as period_above
  from (select *, row_number() over (order by period_code) as no from dim_period) as p
  left join (select *, row_number() over (order by period_code) as no from dim_period) as whole
    on (p.period_kind, whole.period_kind) in (('month', 'quarter'), ('quarter', 'year'))
    and p.start_on between whole.start_on and whole.end_on
),

measures as (
  select measure, row_number() over (order by measure) as measure_no from (select distinct measure from listed)
),

dimensions as (
  select dimension, row_number() over (order by dimension) as dimension_no from (select distinct dimension from listed)
),

codes as (
  select value_code, row_number() over (order by value_code) as code from (select distinct value_code from listed)
),

numbered as (
  select
    l.*, s.place, s.place_above, p.period, p.period_above, p.is_whole_period, m.measure_no, d.dimension_no, v.code, h.code as heading,
    -- 57 bits: 4,096 places and periods, 32 dimensions, four million codes, 64 measures
    (((s.place * 4096 + p.period) * 32 + d.dimension_no) * 4194304 + v.code) * 64 + m.measure_no as cell_key
  from listed as l
  join places as s using (scope_code)
  join periods as p using (period_code)
  join measures as m using (measure)
  join dimensions as d using (dimension)
  join codes as v using (value_code)
  left join codes as h on h.value_code = l.heading_code
)

select * exclude (cell_key) from numbered order by cell_key
