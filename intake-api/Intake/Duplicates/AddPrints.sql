-- None of an application that is being sealed right now, and none is sealed while this goes on: its print would outlive the sealing.
insert into intake.text_prints (province_code, application_id, person_pseudonym, print, bands)
select @province, p.application_id, p.person, (@prints::integer[])[(p.n - 1) * @size + 1 : p.n * @size], (@bands::bigint[])[(p.n - 1) * @bandCount + 1 : p.n * @bandCount]
from unnest(@applications, @persons) with ordinality as p (application_id, person, n)
join intake.applications a on a.province_code = @province and a.application_id = p.application_id
where a.scrubbed_text is not null
for share of a skip locked
on conflict (province_code, application_id) do nothing;
