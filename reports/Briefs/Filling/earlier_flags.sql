-- The latest judged matters of a scope and of what lies within it.
select
  flags.subject as Subject,
  flags.first_seen as FirstSeen,
  verdict.name_tr as Verdict,
  reason.name_tr as Reason,
  measure.name_tr as Measure,
  flags.measured_on as MeasuredOn,
  flags.result as Result,
  flags.ratio::double as Ratio,
  flags.low::double as Low,
  flags.high::double as High
from pub_flag_ledger as flags
join reference.flag_verdicts as verdict using (verdict_code)
left join reference.flag_reasons as reason using (reason_code)
left join reference.flag_measures as measure using (measure_code)
where $scope = 'TR' or flags.scope_code = $scope or starts_with(flags.scope_code, replace($scope, 'il:', 'ilce:') || '-')
order by coalesce(flags.measured_on, flags.first_seen) desc, flags.flag_id
limit 5
