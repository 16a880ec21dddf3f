-- One statement, so one round trip: application, applicant (where somebody is named), first event, idempotency key.
with application as (
  insert into intake.applications (
    province_code, tracking_number, origin, kind_code, channel_code, type_code, district_code, neighbourhood, bureau_code,
    gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
    hide_identity, confidential, state_of_emergency, sealed, notify, subject, body, scrubbed_text, received_at, due_on, status)
  values (
    @Province, @TrackingNumber, @Origin, @Kind, @Channel, @Type, @District, @Neighbourhood, @Bureau,
    @Gender, @AgeBand, @Education, @Employment, @Circumstances, @Person,
    @HideIdentity, @Confidential, @StateOfEmergency, @Sealed, @Notify, @Subject, @Body, @ScrubbedText, @ReceivedAt, @DueOn, 'received')
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
)
insert into intake.idempotency_keys (idempotency_key, body_hash, response, created_at)
values (@Key, @BodyHash, @Response, @KeyAt);
