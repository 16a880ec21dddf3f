-- Whether that day no suggestion was shown to whoever applied or recorded there: Domain's BlindArm, number for number.
create or replace temp macro mixed_day(province_code, district_code, day) as
  (datediff('day', date '1970-01-01', day) * 2654435761 + coalesce(district_code, 0) * 40503 + province_code * 69069) % 4294967296;

create or replace temp macro typed_blind(province_code, district_code, instant) as
  (mixed_day(province_code, district_code, local_day(instant)) // 65536) * (mixed_day(province_code, district_code, local_day(instant)) % 65536 + 1) % 65521 % 5 = 0;
