-- Grain: a heading or a topic of the type list, and '-' where nobody and nothing could tell
-- Key: type_code
select
  type_code,
  heading_code,
  name_tr,
  name_en,
  if(type_code = heading_code, 'heading', 'topic') as level,
  people_decide
from reference.types
union all
select '-', '-', 'Belirlenmemiş', 'Not determined', 'heading', true
order by type_code
