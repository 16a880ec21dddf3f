-- Each bureau's tip-off line has a key of its own, so the relay must know the bureau; the message box has a key that its sender alone
-- holds, of which a hash stands here (TipOffs/BoxKey.cs).
alter table intake.applications add column box_key_hash bytea;
grant select (bureau_code) on intake.applications to acikkapi_relay;

-- Ids of tip-offs are random (Applications/ApplicationRows.cs): found by their day, not by their place among the others.
create index on intake.applications (province_code, received_at) where kind_code = 'tip_off';
