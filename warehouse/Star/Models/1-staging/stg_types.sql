-- Grain: an application that was labelled in some night up to the as-of day
-- Key: province_code, application_id
-- The newest label stands; '-' where the machine abstained.
select
  province_code,
  application_id,
  arg_max(coalesce(type_code, '-'), (labelled_on, model_version))::type_code as type_code
from kept_labels
where labelled_on <= getvariable('as_of')
group by all
