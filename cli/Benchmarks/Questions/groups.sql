-- A province's applications of a month by each value of each dimension.
select gender_code, age_band_code, education_code, employment_code, count(*) as received
from intake.applications
where province_code = @province and received_at >= @month and received_at < @month + interval '1 month'
group by grouping sets ((gender_code), (age_band_code), (education_code), (employment_code))
