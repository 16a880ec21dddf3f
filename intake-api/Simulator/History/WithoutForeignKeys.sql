-- Of the owner's session only, to its end of transaction: checking each of five rows' keys by itself takes longer than writing
-- them. Orphans.sql checks them all at once before anything is committed.
set local session_replication_role = replica;
-- For the check: two passes over some millions of rows, joined in memory.
set local work_mem = '256MB';
set local jit = off;
