-- Whether an application is of the part that is being built: facts are made a range of numbers after another (Build).
create or replace temp macro in_part(application_id) as application_id between getvariable('part_from') and getvariable('part_to');
