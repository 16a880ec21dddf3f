-- Nothing where too many wait; the one that waits already, told anew, counts as one.
with waiting as (
  select scope_code, period_code from intake.brief_orders where province_code = @province and done_on is null
),

ordered as (
  insert into intake.brief_orders (province_code, scope_code, period_code, ordered_by, role_code)
  select @province, @scope, @period, @by, @role
  where (select count(*) from waiting) < @most and not exists (select from waiting where scope_code = @scope and period_code = @period)
  returning 1
)

select 1 from ordered
union all
select 1 from waiting where scope_code = @scope and period_code = @period;
