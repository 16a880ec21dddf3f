using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff.SignIn;

namespace AcikKapi.Intake.Staff;

/// <summary>
/// Who stands behind a request: programs by <c>Authorization: Bearer …</c>, people by the cookie they got when they signed in. Null for nobody,
/// and for a token or session that is unknown, over or of a disabled account. A cookie alone changes nothing: the request
/// must also carry the antiforgery token of a page of ours, which no other site can read.
/// </summary>
public sealed class AuthenticateStaff(PlaceTransaction database, Sessions sessions, CrossSiteGuard guard)
{
    const string Scheme = "Bearer ";

    static readonly object Known = new();

    public async Task<StaffMember?> FromAsync(HttpRequest request, CancellationToken stop)
    {
        var http = request.HttpContext;
        if (http.Items.TryGetValue(Known, out var known)) return (StaffMember?)known;
        var officer = await FindAsync(http, stop);
        http.Items[Known] = officer;
        return officer;
    }

    /// <summary>Whom <see cref="FromAsync"/> found in this request; null where nobody asked yet.</summary>
    public static StaffMember? Found(HttpContext http) => http.Items.TryGetValue(Known, out var known) ? (StaffMember?)known : null;

    async Task<StaffMember?> FindAsync(HttpContext http, CancellationToken stop)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var hash = StaffToken.Hash(header[Scheme.Length..].Trim());
            return await database.RunAsync(place: null, work => work.FindAsync<StaffMember>("Staff/AuthenticateStaff.sql", new { hash }), stop);
        }
        return await sessions.OfAsync(http, stop) is { } officer && await guard.IsFromOurPageAsync(http) ? officer : null;
    }
}
