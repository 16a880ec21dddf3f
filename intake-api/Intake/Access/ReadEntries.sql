select province_code, entry_no, application_id, at, what, actor_role_code, actor_pseudonym, reason, mac
from intake.access_log
where province_code = @province and entry_no > @after
order by entry_no
limit @limit;
