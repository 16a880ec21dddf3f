-- Wrong: not one application is known
select 'no rows' as id, getvariable('as_of') as on_date
where not exists (from fct_applications)
