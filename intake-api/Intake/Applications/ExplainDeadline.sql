-- The applicant's clock starts at receipt, and anew at each reopening.
select coalesce(max(e.at) filter (where e.event_code = 'reopened'), a.received_at) as started_at
from intake.applications a
join intake.application_events e using (province_code, application_id)
where a.province_code = @province and a.tracking_number = @number
group by a.received_at;
