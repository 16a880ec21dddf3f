insert into intake.open311_keys (name, channel_code, province_code, per_minute, key_hash)
values (@name, @channel, @province, @perMinute, @hash);
