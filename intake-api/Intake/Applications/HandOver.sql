-- The successor in another province: same words, same person, same first receipt. No SMS of its own: the one that tells
-- of the hand-over names its number.
with application as (
  insert into intake.applications (
    province_code, tracking_number, origin, kind_code, channel_code, type_code, district_code, bureau_code,
    gender_code, age_band_code, education_code, employment_code, circumstances, person_pseudonym,
    hide_identity, confidential, special, importance, state_of_emergency, sealed, notify, subject, body, scrubbed_text,
    sealed_words, sealed_phone, box_key_hash, received_at, due_on, status, handed_over_from)
  values (
    @Province, @TrackingNumber, @Origin, @KindCode, @ChannelCode, @TypeCode, @District, @Bureau,
    @GenderCode, @AgeBandCode, @EducationCode, @EmploymentCode, @Circumstances, @PersonPseudonym,
    @HideIdentity, @Confidential, @Special, @Importance, @StateOfEmergency, @Sealed, @Notify, @Subject, @Body, @ScrubbedText,
    @SealedWords, @SealedPhone, @BoxKeyHash, @ReceivedAt, @DueOn, 'received', @HandedOverFrom)
  returning province_code, application_id, received_at
),
applicant as (
  insert into intake.applicants (province_code, application_id, national_id, first_name, last_name, phone, birth_year)
  select province_code, application_id, @NationalId, @FirstName, @LastName, @Phone, @BirthYear
  from application
  where @NationalId is not null
),
event as (
  insert into intake.application_events (province_code, application_id, event_no, event_code, at, actor_role_code, actor_pseudonym)
  select province_code, application_id, 1, 'received', received_at, @ActorRole, @Actor
  from application
)
select application_id from application;
