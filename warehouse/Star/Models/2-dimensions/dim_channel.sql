-- Grain: a channel
-- Key: channel_code
from reference.channels
order by channel_code
