select state, tries
from intake.messages
where province_code = @place and message_id = @id
for update;
