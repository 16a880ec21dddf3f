-- A district's flags are too few for a rate of their own: its province's.
select judged as Judged, confirmed as Confirmed, hit_rate as HitRate, low as Low, high as High
from pub_flag_record
where detector = '-' and scope_code = if($plate = 0, 'TR', 'il:' || $plate)
