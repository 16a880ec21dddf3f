-- Whether the model in service still sees what it was made for.
select psi::double as Psi, critical::double as Critical, has_drifted as HasDrifted, blind_texts::bigint as BlindTexts, blind_error::double as BlindError from pub_drift
