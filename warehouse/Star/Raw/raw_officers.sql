create table if not exists raw_officers (
  officer_key varchar not null,     -- hexadecimal of the keyed pseudonym
  role_code varchar not null,
  province_code smallint,
  bureau_code varchar
);
