create table labels (
  province_code smallint, application_id bigint, type_code varchar, confidence double, model_version varchar, labelled_on date
)
