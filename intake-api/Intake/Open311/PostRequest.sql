insert into intake.open311_requests (
  province_code, application_id, service_request_id, key_id, month, district_code, latitude, longitude, street, approximate, media_url, account_id, last_step_at)
values (@province, @application, @id, @key, @month, @district, @latitude, @longitude, @street, @approximate, @mediaUrl, @account, @at);
