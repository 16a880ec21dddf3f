-- Grain: an officer who has an account or took a step, and '-' for nobody (a citizen, an import)
-- Key: officer_key
-- A keyed pseudonym, a role, a bureau: no name is known here. Of an account that is gone the last role stands.
with acts as (
  select officer_key, actor_role_code, province_code, max(on_date) as last_on
  from stg_events
  where officer_key <> '-'
  group by all
),

acted as (
  -- Of several on the last day the greatest: whichever row is met first would be another in each build.
  select officer_key, arg_max(actor_role_code, (last_on, actor_role_code)) as role_code, arg_max(province_code, (last_on, province_code)) as province_code
  from acts
  group by all
)

select
  coalesce(o.officer_key, a.officer_key)::officer_key as officer_key,
  coalesce(o.role_code, a.role_code, '-')::role_code as role_code,
  coalesce(o.province_code, a.province_code, 0)::smallint as province_code,
  coalesce(o.bureau_code, '-')::bureau_code as bureau_code
from acted as a
full join raw.raw_officers as o using (officer_key)
union all
select '-', '-', 0, '-'
order by officer_key
