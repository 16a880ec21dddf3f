-- Submissions of one province that came at the same moment, a row each, in one statement: is its key in use right now,
-- was it used before, which bureau receives, was the deadline reckoned by the calendar in force; and where nothing stands
-- against it, application, applicant (where somebody is named), first event, SMS (where wanted) and idempotency key.
-- One statement for all of them costs PostgreSQL half of what one for each does.
with given as materialized (
  select g.*, pg_try_advisory_xact_lock(g.key_lock) and row_number() over (partition by g.key order by g.place_in_line) = 1 as is_alone
  from unnest(
    @Key, @KeyLock, @BodyHash, @Response, @KeyAt, @CalendarVersion, @Bureau, @Day,
    @Province, @TrackingNumber, @Origin, @Kind, @Channel, @Type, @District, @Neighbourhood,
    @Gender, @AgeBand, @Education, @Employment, @CircumstanceList, @Person,
    @HideIdentity, @Confidential, @StateOfEmergency, @Sealed, @Notify, @Subject, @Body, @ScrubbedText, @SealedWords, @SealedPhone, @ReceivedAt, @DueOn,
    @SealedFor, @BoxKeyHash, @OwnId, @NationalId, @FirstName, @LastName, @Phone, @BirthYear, @ActorRole, @ActorPseudonym, @Template, @TemplateVersion, @NotBefore
  ) with ordinality as g (
    key, key_lock, body_hash, response, key_at, calendar_version, bureau, day,
    province_code, tracking_number, origin, kind_code, channel_code, type_code, district_code, neighbourhood,
    gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
    hide_identity, confidential, state_of_emergency, sealed, notify, subject, body, scrubbed_text, sealed_words, sealed_phone, received_at, due_on,
    sealed_for, box_key_hash, own_id, national_id, first_name, last_name, phone, birth_year, actor_role_code, actor_pseudonym, template_code, template_version, not_before,
    place_in_line)
),
-- The bureau given, else the district's if it is open that day, else the governorship's, which serves whoever has no other.
door as materialized (
  select g.place_in_line, g.is_alone, k.body_hash as answered_body_hash, k.response as answered,
    (select version from intake.calendar_version) as calendar_version,
    (
      select b.bureau_code
      from intake.bureaus b
      where b.province_code = g.province_code
        and (g.bureau is null and b.district_code is null
             or (b.bureau_code = g.bureau or g.bureau is null and b.district_code = g.district_code)
                and b.opened_on <= g.day and (b.closed_on is null or b.closed_on > g.day))
      order by b.district_code nulls last
      limit 1
    ) as bureau_code
  from given g
  left join lateral (select body_hash, response from intake.idempotency_keys where idempotency_key = g.key limit 1) k on true
),
application as (
  insert into intake.applications (
    province_code, application_id, tracking_number, origin, kind_code, channel_code, type_code, district_code, neighbourhood, bureau_code,
    gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
    hide_identity, confidential, state_of_emergency, sealed, notify, subject, body, scrubbed_text,
    sealed_words, sealed_phone, box_key_hash, received_at, due_on, status)
  select
    g.province_code, coalesce(g.own_id, nextval('intake.application_id')), g.tracking_number, g.origin, g.kind_code, g.channel_code, g.type_code, g.district_code, g.neighbourhood, d.bureau_code,
    g.gender_code, g.age_band_code, g.education_code, g.employment_code, string_to_array(g.circumstances, '|'), g.person_pseudonym,
    g.hide_identity, g.confidential, g.state_of_emergency, g.sealed, g.notify, g.subject, g.body, g.scrubbed_text,
    g.sealed_words, g.sealed_phone, g.box_key_hash, g.received_at, g.due_on, 'received'
  from given g
  join door d using (place_in_line)
  where d.is_alone and d.calendar_version = g.calendar_version and d.bureau_code is not null and d.answered is null
    and (g.sealed_for is null or g.sealed_for = d.bureau_code) -- else it is sealed again, for the right bureau
  returning application_id, tracking_number
),
written as materialized (
  select a.application_id, g.*
  from application a
  join given g using (tracking_number)
),
applicant as (
  insert into intake.applicants (province_code, application_id, national_id, first_name, last_name, phone, birth_year)
  select province_code, application_id, national_id, first_name, last_name, phone, birth_year
  from written
  where national_id is not null
),
first_event as (
  insert into intake.application_events (province_code, application_id, event_no, event_code, at, actor_role_code, actor_pseudonym)
  select province_code, application_id, 1, 'received', received_at, actor_role_code, actor_pseudonym
  from written
),
message as (
  insert into intake.messages (
    province_code, message_id, application_id, event_no, template_code, template_version, created_at, not_before, next_try_at, state_at)
  select province_code, coalesce(own_id, nextval('intake.message_id')), application_id, 1, template_code, template_version, received_at, not_before, not_before, received_at
  from written
  where notify
),
remembered as (
  insert into intake.idempotency_keys (idempotency_key, body_hash, response, created_at)
  select key, body_hash, response, key_at
  from written
)
select d.is_alone, d.calendar_version, d.bureau_code, d.answered_body_hash, d.answered, w.application_id
from door d
left join written w using (place_in_line)
order by d.place_in_line;
