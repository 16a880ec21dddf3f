-- Before an application is written: is this key in use right now, was it used before, and which bureau receives?
-- The bureau given, else the district's if it is open that day, else the governorship's, which serves whoever has no other.
select pg_try_advisory_xact_lock(@keyLock) as is_alone, k.body_hash, k.response, b.bureau_code
from (values (1)) as one
left join intake.idempotency_keys k on k.idempotency_key = @key
left join lateral (
  select bureau_code
  from intake.bureaus
  where province_code = @province
    and (@bureau is null and district_code is null
         or (bureau_code = @bureau or @bureau is null and district_code = @district)
            and opened_on <= @day and (closed_on is null or closed_on > @day))
  order by district_code nulls last
  limit 1
) b on true;
