-- What bureaus are measured by and how much each counts, with every earlier set (art. 4-2-d).
from warehouse.dim_criteria
