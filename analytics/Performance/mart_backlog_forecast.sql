-- Grain: a unit or bureau and one of the next 13 weeks; between low and high the queue will end it with a chance of 80 %
-- Key: level, province_code, code, weeks_ahead
create or replace table mart_backlog_forecast (
  level varchar, province_code smallint, code varchar, weeks_ahead integer, low double, median double, high double
)
