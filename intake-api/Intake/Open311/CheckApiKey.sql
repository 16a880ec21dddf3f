select key_id, channel_code, province_code, per_minute
from intake.open311_keys
where key_hash = @hash and disabled_at is null;
