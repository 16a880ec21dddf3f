namespace AcikKapi.Domain.Identity;

/// <summary>
/// What the programs that share one sign-in agree on: the intake makes the cookie, the workbench reads it. It is ASP.NET's
/// cookie ticket under Data Protection keys in keys/cookies of the home.
/// </summary>
public static class StaffCookie
{
    public const string Name = "__Host-acikkapi";

    /// <summary>What a form or a script must bring besides the cookie: cookie, form field and header of the antiforgery token, which both programs make.</summary>
    public const string Antiforgery = "__Host-belirtec", AntiforgeryField = "belirtec", AntiforgeryHeader = "X-Belirtec";

    /// <summary>Data Protection's application name.</summary>
    public const string Application = "AcikKapi";

    /// <summary>Scheme and so purpose of the ticket.</summary>
    public const string Scheme = "Cookie";

    /// <summary>Claims of the ticket: account, session, role code, plate code, district code, unit code; those that do not apply are missing.</summary>
    public const string Account = "sub", Session = "sid", Role = "role", Province = "il", District = "ilce", Unit = "birim";
}
