insert into intake.found_flags (flag_id, province_code, scope_code, direction, detector, sentence, first_seen, last_seen)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (flag_id) do update set sentence = excluded.sentence, last_seen = greatest(found_flags.last_seen, excluded.last_seen)
