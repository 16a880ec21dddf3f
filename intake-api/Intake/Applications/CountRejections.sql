-- Sealed ones are not counted: nobody outside the executive line learns of them.
with rejections as (
  select a.bureau_code, e.reason_code, e.event_no, e.application_id, e.province_code
  from intake.application_events e
  join intake.applications a using (province_code, application_id)
  where e.province_code = @province and e.event_code = 'rejected' and e.at >= @start and e.at < @end
    and not a.sealed and (@district is null or a.district_code = @district)
)
select r.bureau_code, r.reason_code, count(*)::int as rejected,
  count(*) filter (where appealed.event_code is not null)::int as appealed,
  count(*) filter (where decided.event_code = 'reopened')::int as appeals_accepted
from rejections r
left join intake.application_events appealed
  on (appealed.province_code, appealed.application_id, appealed.event_no) = (r.province_code, r.application_id, r.event_no + 1) and appealed.event_code = 'appealed'
left join intake.application_events decided
  on (decided.province_code, decided.application_id, decided.event_no) = (r.province_code, r.application_id, r.event_no + 2) and appealed.event_code = 'appealed'
group by r.bureau_code, r.reason_code
order by r.bureau_code, rejected desc, r.reason_code;
