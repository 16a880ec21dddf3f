-- One statement, so one round trip: is this key in use right now, was it used before, which bureau receives, was the
-- deadline reckoned by the calendar in force; and if nothing stands against it, application, applicant (where somebody
-- is named), first event, SMS (where wanted) and idempotency key.
-- The bureau given, else the district's if it is open that day, else the governorship's, which serves whoever has no other.
with key as materialized (
  select pg_try_advisory_xact_lock(@KeyLock) as is_alone
),
answered as materialized (
  select body_hash, response
  from intake.idempotency_keys
  where idempotency_key = @Key
),
calendar as materialized (
  select version
  from intake.calendar_version
),
bureau as materialized (
  select bureau_code
  from intake.bureaus
  where province_code = @Province
    and (@Bureau is null and district_code is null
         or (bureau_code = @Bureau or @Bureau is null and district_code = @District)
            and opened_on <= @Day and (closed_on is null or closed_on > @Day))
  order by district_code nulls last
  limit 1
),
application as (
  insert into intake.applications (
    province_code, tracking_number, origin, kind_code, channel_code, type_code, district_code, neighbourhood, bureau_code,
    gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
    hide_identity, confidential, state_of_emergency, sealed, notify, subject, body, scrubbed_text, received_at, due_on, status)
  select
    @Province, @TrackingNumber, @Origin, @Kind, @Channel, @Type, @District, @Neighbourhood, bureau_code,
    @Gender, @AgeBand, @Education, @Employment, @Circumstances, @Person,
    @HideIdentity, @Confidential, @StateOfEmergency, @Sealed, @Notify, @Subject, @Body, @ScrubbedText, @ReceivedAt, @DueOn, 'received'
  from key, calendar, bureau
  where is_alone and version = @CalendarVersion and not exists (select from answered)
  returning province_code, application_id, received_at
),
applicant as (
  insert into intake.applicants (province_code, application_id, national_id, first_name, last_name, phone, birth_year)
  select province_code, application_id, @NationalId, @FirstName, @LastName, @Phone, @BirthYear
  from application
  where @NationalId is not null
),
first_event as (
  insert into intake.application_events (province_code, application_id, event_no, event_code, at, actor_role_code, actor_pseudonym)
  select province_code, application_id, 1, 'received', received_at, @ActorRole, @ActorPseudonym
  from application
),
message as (
  insert into intake.messages (
    province_code, application_id, event_no, template_code, template_version, created_at, not_before, next_try_at, state_at)
  select province_code, application_id, 1, @Template, @TemplateVersion, received_at, @NotBefore, @NotBefore, received_at
  from application
  where @Notify
),
remembered as (
  insert into intake.idempotency_keys (idempotency_key, body_hash, response, created_at)
  select @Key, @BodyHash, @Response, @KeyAt
  from application
)
select is_alone, version as calendar_version, bureau_code, body_hash as answered_body_hash, response as answered, application_id
from key
cross join calendar
left join bureau on true
left join answered on true
left join application on true;
