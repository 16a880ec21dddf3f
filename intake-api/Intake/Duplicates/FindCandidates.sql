-- Whoever is not the place's staff must know the person's phone too, or learns nothing of that person.
select a.tracking_number, a.type_code, a.status, a.received_at, a.district_code, a.neighbourhood, p.print,
  coalesce(p.person_pseudonym = @person and (@ofThePlace or n.phone = @phone), false) as is_same_person
from intake.text_prints p
join intake.applications a using (province_code, application_id)
left join intake.applicants n using (province_code, application_id)
where p.province_code = @province and (p.bands && @bands or p.person_pseudonym = @person)
  and not a.sealed and a.kind_code <> 'tip_off' and a.received_at > now() - interval '90 days'
  and (@ownDistrict is null or a.district_code = @ownDistrict)
order by a.received_at desc
limit 500;
