namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>A person's account as far as signing in needs to know; its row is locked until the transaction ends.</summary>
/// <param name="TotpStep">Of the last code that was taken.</param>
public sealed record SignInAccount(
    Guid StaffId, string RoleCode, string SignInName, string FullName, string? PasswordHash, byte[]? TotpSecret, long? TotpStep, DateTime? LockedUntil, bool IsEnrolling)
{
    public bool NeedsCode => TotpSecret is not null || Authorization.NeedsSecondFactor(RoleCode);
}
