select key_id, name, channel_code, province_code, per_minute, created_at, disabled_at
from intake.open311_keys
order by created_at, key_id;
