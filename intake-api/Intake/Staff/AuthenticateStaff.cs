using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Staff;

/// <summary>Who stands behind <c>Authorization: Bearer …</c>: null for nobody, and for a token that is unknown or disabled.</summary>
public sealed class AuthenticateStaff(PlaceTransaction database)
{
    const string Scheme = "Bearer ";

    public async Task<StaffMember?> FromAsync(HttpRequest request, CancellationToken stop)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var hash = StaffToken.Hash(header[Scheme.Length..].Trim());
        return await database.RunAsync(place: null, work => work.FindAsync<StaffMember>("Staff/AuthenticateStaff.sql", new { hash }), stop);
    }
}
