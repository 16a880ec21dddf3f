create table if not exists raw_criteria (
  set_no integer not null,
  criterion_code varchar not null,
  weight_hundredths integer not null,
  set_at timestamptz not null
);
