select
  bureau_code, set_no, rounded(cases) as cases, round(index_100)::integer as index_100, peer_group, peers,
  round(peer_low)::integer as peer_low, round(peer_median)::integer as peer_median, round(peer_high)::integer as peer_high
from warehouse.mart_bureau_index
order by bureau_code
