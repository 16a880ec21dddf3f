using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// service_request_id: plate code and 13 random letters and digits. Not the tracking number, which lets its holder appeal, reopen
/// and rate, and is the citizen's alone: this one stands in a public list.
/// </summary>
public static partial class RequestId
{
    const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Create(int province) => string.Create(CultureInfo.InvariantCulture, $"{province:D2}-{RandomNumberGenerator.GetString(Letters, 13)}");

    /// <summary>0 for what is none.</summary>
    public static int ProvinceOf(string id) => Shape().IsMatch(id) && int.Parse(id[..2], CultureInfo.InvariantCulture) is var plate and >= 1 and <= 81 ? plate : 0;

    [GeneratedRegex(@"^[0-9]{2}-[0-9a-hjkmnp-tv-z]{13}\z")]
    private static partial Regex Shape();
}
