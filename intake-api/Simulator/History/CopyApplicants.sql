copy intake.applicants (province_code, application_id, national_id, first_name, last_name, phone, birth_year) from stdin (format binary)
