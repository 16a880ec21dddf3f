-- Whoever would rather go to the unit directly was shown the way (art. 10-f): no application, no applicant, no word of the matter.
create table intake.referrals (
  province_code smallint not null references reference.provinces,
  referral_id uuid not null,                          -- the caller's Idempotency-Key, where one was sent
  origin text collate "C" not null check (origin in ('posted', 'simulated')),
  at timestamptz not null,
  channel_code text collate "C" not null references reference.channels,
  kind_code text collate "C" references reference.kinds,
  type_code text collate "C" references reference.types,
  district_code integer references reference.districts,
  bureau_code text collate "C" not null references intake.bureaus,
  unit_code text collate "C" references intake.units, -- where to; null: nobody knew
  actor_role_code text collate "C",                   -- null: without an officer, at a screen of their own or the hall's
  actor_pseudonym bytea,
  primary key (province_code, referral_id)
);
create index on intake.referrals (province_code, at);
call intake.keep_to_place('referrals');
grant select, insert on intake.referrals to acikkapi_app;
