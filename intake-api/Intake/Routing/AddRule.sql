insert into intake.routing_rules (
  rule_code, province_code, rule_order, type_code, district_code, kind_code, emergency, special, confidential,
  target_code, unit_code, unit_kind_code, institution, unit_name, note_tr, valid_from, valid_until)
values (
  @Province || '-' || nextval('intake.rule_no'), @Province, @Order, @TypeCode, @District, @Kind, @Emergency, @Special, @Confidential,
  @Target, @UnitCode, @UnitKind, @Institution, @UnitName, @Note, @ValidFrom, @ValidUntil)
returning rule_code;
