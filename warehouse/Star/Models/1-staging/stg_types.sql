-- Grain: an application that has a type, given or by the newest label of a night up to the as-of day
-- Key: province_code, application_id
with labels as (
  select
    province_code,
    application_id,
    arg_max(coalesce(type_code, '-'), (labelled_on, model_version)) as type_code
  from kept_labels
  where labelled_on <= getvariable('as_of')
  group by all
)

select
  a.province_code,
  a.application_id,
  coalesce(a.given_type_code, l.type_code) as type_code,
  if(a.given_type_code is null, 'label', 'given') as type_source
from stg_applications as a
left join labels as l using (province_code, application_id)
where a.given_type_code is not null or coalesce(l.type_code, '-') <> '-'
