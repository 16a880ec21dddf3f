namespace AcikKapi.Intake.Pages;

/// <summary>Mobile numbers as people write them.</summary>
static class Phones
{
    /// <summary>0555 111 22 33, 555 1112233, +90 555 … → +905551112233; whatever is none stays as it is, for the operation to refuse.</summary>
    public static string Normal(string typed)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        return digits switch
        {
            { Length: 10 } when digits[0] == '5' => $"+90{digits}",
            { Length: 11 } when digits.StartsWith("05", StringComparison.Ordinal) => $"+9{digits}",
            { Length: 12 } when digits.StartsWith("905", StringComparison.Ordinal) => $"+{digits}",
            _ => typed.Trim(),
        };
    }
}
