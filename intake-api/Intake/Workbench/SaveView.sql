-- Nothing where the officer has as many as may be kept.
insert into intake.saved_views (province_code, owner, name, page)
select @province, @owner, @name, @address
where (select count(*) from intake.saved_views v where v.owner = @owner and v.name <> @name) < @most
on conflict (owner, name) do update set page = excluded.page, saved_at = now();
