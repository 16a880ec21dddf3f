-- The same key again adds nothing. The bureau is the district's if it is open that day, else the governorship's.
insert into intake.referrals (province_code, referral_id, origin, at, channel_code, kind_code, type_code, district_code, bureau_code, unit_code, actor_role_code, actor_pseudonym)
select @province, @id, @origin, @at, @channel, @kind, @type, @district, b.bureau_code, @unit, @role, @actor
from intake.bureaus b
where b.province_code = @province
  and (b.district_code is null or b.district_code = @district and b.opened_on <= @day and (b.closed_on is null or b.closed_on > @day))
order by b.district_code nulls last
limit 1
on conflict (province_code, referral_id) do nothing;
