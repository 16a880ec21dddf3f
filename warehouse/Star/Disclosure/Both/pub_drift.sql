-- Of the country: counts to the nearest 5, and an error from 20 texts on.
-- mart_drift is made of raw_applications by the night's step `texts` (analytics/Emerging/ReadTexts.cs).
select
  model_version, round(psi, 3) as psi, round(critical, 3) as critical, has_drifted,
  rounded(recent) as recent, rounded(before) as before, rounded(blind_texts) as blind_texts,
  if(blind_texts >= 20, round(blind_error, 2), null) as blind_error
from warehouse.mart_drift
