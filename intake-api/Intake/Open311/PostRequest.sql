insert into intake.open311_requests (
  province_code, application_id, service_request_id, key_id, month, district_code, latitude, longitude, street, media_url, account_id)
values (@province, @application, @id, @key, @month, @district, @latitude, @longitude, @street, @mediaUrl, @account);
