-- Nothing where there is no such flag, or it is another place's.
insert into intake.verdicts (flag_id, province_code, verdict_code, reason_code, measure_code, measured_on, note_tr, role_code, given_by)
select f.flag_id, f.province_code, @verdict, @reason, @measure, @measuredOn::date, @note, @role, @by
from intake.found_flags f
where f.flag_id = @flagId and f.province_code = @province and (@ownDistrict is null or f.scope_code = 'ilce:' || @province || '-' || @ownDistrict);
