-- Places and types are the real lists; units are invented. $folder holds the lists as CSV.
create table dim_scope as
with provinces as (select * from read_csv(getvariable('folder') || '/provinces.csv')),
districts as (select * from read_csv(getvariable('folder') || '/districts.csv'))
select 'TR' as scope_code, 'country' as scope_level, 'Türkiye' as name, null::varchar as parent_code,
  null::integer as province_code, null::integer as district_code, sum(population_2025)::integer as population_2025, null::integer as sege_tier
from provinces
union all
select 'il:' || province_code, 'province', name, 'TR', province_code, null, population_2025, sege_2025_tier from provinces
union all
select 'ilce:' || province_code || '-' || district_code, 'district', name, 'il:' || province_code,
  province_code, district_code, population_2025, sege_2017_tier
from districts;

create table dim_type as
select type_code, heading_code, name_tr from read_csv(getvariable('folder') || '/types.csv');

create table dim_unit as
select 'U' || s.province_code || '-' || n as unit_code,
  ['Sosyal Hizmetler Müdürlüğü', 'Millî Eğitim Müdürlüğü', 'Belediye Başkanlığı', 'Sağlık Müdürlüğü', 'İŞKUR Müdürlüğü',
   'Nüfus ve Vatandaşlık Müdürlüğü', 'Tapu Müdürlüğü', 'Özel İdare', 'Emniyet Müdürlüğü', 'Tarım ve Orman Müdürlüğü'][n] as name,
  s.province_code,
  coalesce((select min(d.district_code) from dim_scope as d where d.province_code = s.province_code and n > 5), 0) as district_code
from dim_scope as s, range(1, 11) as numbers(n)
where s.scope_level = 'province';

create table dim_period as
with days as (select unnest(generate_series(date '2023-01-01', date '2026-12-31', interval 1 day))::date as day),
periods as (
  select distinct strftime(day, '%G-W%V') as period_code, 'week' as period_kind, date_trunc('week', day)::date as start_on,
    (date_trunc('week', day) + interval 6 day)::date as end_on from days
  union select strftime(day, '%Y-%m'), 'month', date_trunc('month', day)::date, last_day(day) from days
  union select year(day) || '-Q' || quarter(day), 'quarter', date_trunc('quarter', day)::date,
    (date_trunc('quarter', day) + interval 3 month - interval 1 day)::date from days
  union select year(day)::varchar, 'year', date_trunc('year', day)::date, (date_trunc('year', day) + interval 1 year - interval 1 day)::date from days
)
select p.*, p.end_on <= date '2026-11-22' as is_complete, before.period_code as previous_code, ago.period_code as year_ago_code
from periods as p
left join periods as before on before.period_kind = p.period_kind and before.end_on = p.start_on - 1
left join periods as ago on ago.period_kind = p.period_kind
  and ago.start_on = if(p.period_kind = 'week', p.start_on - 364, (p.start_on - interval 1 year)::date)
where p.start_on <= date '2026-11-22';
