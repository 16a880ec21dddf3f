with noted as (
  insert into intake.imports (units, applications, corrections, events, rejected)
  values (@units, @applications, @corrections, @events, @rejected)
  returning import_id
),
remembered as (
  insert into intake.imported_rows (province_code, application_id, content_hash)
  select province_code, application_id, content_hash from import_hash
  on conflict (province_code, application_id) do update set content_hash = excluded.content_hash
  where imported_rows.content_hash <> excluded.content_hash
)
insert into intake.import_corrections (province_code, application_id, import_id, hash_before, hash_after)
select h.province_code, h.application_id, n.import_id, h.hash_before, h.content_hash
from import_hash h, noted n
where h.is_known and h.hash_before is not null and h.content_hash <> h.hash_before;
