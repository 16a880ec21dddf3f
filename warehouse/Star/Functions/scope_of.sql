-- The scope a row of grouping sets is about: province and district are never null in the facts, so null means "all".
create or replace temp macro scope_of(province, district) as case
  when province is null then 'TR'
  when district is null then 'il:' || province
  else 'ilce:' || province || '-' || district
end;
