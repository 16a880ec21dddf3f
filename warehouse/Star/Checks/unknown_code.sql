-- Wrong: a code of an application is in no list
select a.application_id as id, a.received_on as on_date
from fct_applications as a
where a.kind_code not in (select kind_code from dim_kind)
  or a.channel_code not in (select channel_code from dim_channel)
  or a.type_code not in (select type_code from dim_type)
  or a.unit_code not in (select unit_code from dim_unit)
  or a.bureau_code not in (select bureau_code from dim_bureau)
  or a.status not in (select event_code from reference.events)
