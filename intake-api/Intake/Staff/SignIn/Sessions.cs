using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>
/// Who is signed in: a random number in the cookie, its hash in the database, so that signing out, disabling and a new password end a
/// session at once, whoever has a copy of the cookie. Over after half an hour without a request and after twelve hours.
/// </summary>
public sealed class Sessions(PlaceTransaction database)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Starts a session for the account and gives its cookie to the browser.</summary>
    public async Task StartAsync(HttpContext http, Guid staff, CancellationToken stop)
    {
        var session = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var officer = (await database.RunAsync(place: null, work => work.FindAsync<StaffMember>("Staff/SignIn/StartSession.sql", new { hash = StaffToken.Hash(session), staff }), stop))!;
        await http.SignInAsync(StaffCookie.Scheme, new ClaimsPrincipal(new ClaimsIdentity(Claims(officer, session), StaffCookie.Scheme, StaffCookie.Account, StaffCookie.Role)));
    }

    /// <summary>Null: nobody is signed in, or the session is over.</summary>
    public async Task<StaffMember?> OfAsync(HttpContext http, CancellationToken stop) =>
        SessionOf(http) is not { } session ? null
        : await database.RunAsync(place: null, work => work.FindAsync<StaffMember>("Staff/SignIn/FindSession.sql", new { hash = StaffToken.Hash(session) }), stop);

    public async Task EndAsync(HttpContext http, CancellationToken stop)
    {
        if (SessionOf(http) is { } session)
            await database.RunAsync(place: null, work => work.ExecuteAsync("Staff/SignIn/EndSession.sql", new { hash = StaffToken.Hash(session) }), stop);
        await http.SignOutAsync(StaffCookie.Scheme);
    }

    static string? SessionOf(HttpContext http) => http.User.FindFirstValue(StaffCookie.Session);

    static IEnumerable<Claim> Claims(StaffMember officer, string session)
    {
        yield return new Claim(StaffCookie.Account, officer.StaffId.ToString());
        yield return new Claim(StaffCookie.Session, session);
        yield return new Claim(StaffCookie.Role, officer.RoleCode);
        if (officer.ProvinceCode is { } province) yield return new Claim(StaffCookie.Province, province.ToString(CultureInfo.InvariantCulture));
        if (officer.DistrictCode is { } district) yield return new Claim(StaffCookie.District, district.ToString(CultureInfo.InvariantCulture));
        if (officer.UnitCode is { } unit) yield return new Claim(StaffCookie.Unit, unit);
    }
}
