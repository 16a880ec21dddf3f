namespace AcikKapi.Intake.Staff;

/// <summary>Whoever bears a valid token or cookie. No name: an officer is a role, a place, perhaps a unit, and a pseudonym.</summary>
/// <param name="ProvinceCode">Null for the ministry's.</param>
/// <param name="DistrictCode">Set for staff of a kaymakamlık, who serve that district only.</param>
public sealed record StaffMember(Guid StaffId, string RoleCode, short? ProvinceCode, int? DistrictCode, string? UnitCode, byte[] Pseudonym);
