-- Wrong: rows of this transaction whose foreign key points at nothing, by table and column; none is right.
with places as (
  select distinct province_code, district_code from intake.applications where district_code is not null
),
words as (
  select distinct kind_code, channel_code, type_code, bureau_code, gender_code, age_band_code, education_code, employment_code, unit_code, status
  from intake.applications
),
steps as (
  select distinct event_code, unit_code, actor_role_code, outcome_code from intake.application_events
),
codes (list, code) as (
  select 'kinds', kind_code from words
  union select 'channels', channel_code from words
  union select 'types', type_code from words
  union select 'bureaus', bureau_code from words
  union select 'genders', gender_code from words
  union select 'age_bands', age_band_code from words
  union select 'education_levels', education_code from words
  union select 'employment_statuses', employment_code from words
  union select 'events', status from words
  union select 'units', unit_code from words
  union select 'events', event_code from steps
  union select 'units', unit_code from steps
  union select 'staff_roles', actor_role_code from steps
  union select 'outcomes', outcome_code from steps
),
known (list, code) as (
  select 'kinds', kind_code from reference.kinds
  union all select 'channels', channel_code from reference.channels
  union all select 'types', type_code from reference.types
  union all select 'bureaus', bureau_code from intake.bureaus
  union all select 'genders', gender_code from reference.genders
  union all select 'age_bands', age_band_code from reference.age_bands
  union all select 'education_levels', education_code from reference.education_levels
  union all select 'employment_statuses', employment_code from reference.employment_statuses
  union all select 'events', event_code from reference.events
  union all select 'units', unit_code from intake.units
  union all select 'staff_roles', role_code from reference.staff_roles
  union all select 'outcomes', outcome_code from reference.outcomes
)
select list || ': ' || code from codes where code is not null and (list, code) not in (select list, code from known)
union all
select 'districts: ' || district_code from places where (province_code, district_code) not in (select province_code, district_code from reference.districts)
union all
select 'applications of applicants: ' || count(*)
from intake.applicants left join intake.applications a using (province_code, application_id)
where a.province_code is null having count(*) > 0
union all
select 'applications of events: ' || count(*)
from intake.application_events left join intake.applications a using (province_code, application_id)
where a.province_code is null having count(*) > 0;
