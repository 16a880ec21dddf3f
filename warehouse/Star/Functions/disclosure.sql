-- The published rule (docs: disclosure): 1–7 is hidden, all else is told to the nearest 5; a true 0 stays 0.
create or replace temp macro rounded(n) as case when n between 1 and 7 then null else (n + 2) // 5 * 5 end::bigint;
-- Tip-offs, and people who are disabled or ill: fewer than 10 are hidden.
create or replace temp macro rounded_from_10(n) as case when n between 1 and 9 then null else (n + 2) // 5 * 5 end::bigint;
-- National totals are exempt from both.
create or replace temp macro told(scope, n) as if(scope = 'TR', n::bigint, rounded(n));
-- The place that a place lies in: a district in its province, a province in the country.
create or replace temp macro place_above(scope) as
  if(starts_with(scope, 'ilce:'), 'il:' || split_part(split_part(scope, ':', 2), '-', 1), 'TR');
