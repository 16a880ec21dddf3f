namespace AcikKapi.Domain.Reference;

/// <summary>Ages from <paramref name="FromAge"/> to <paramref name="ToAge"/>, both included, in years.</summary>
public sealed record AgeBand(string Code, string NameTr, int FromAge, int ToAge)
{
    /// <summary>The band on a day. Only the year of birth is known, so age is the difference of the years.</summary>
    /// <exception cref="UserError">Not yet born, or older than the last band.</exception>
    public static AgeBand Of(int birthYear, DateOnly on)
    {
        var age = on.Year - birthYear;
        foreach (var band in Vocabulary.Current.AgeBands)
            if (age >= band.FromAge && age <= band.ToAge)
                return band;
        throw new UserError("The year of birth gives no possible age.");
    }
}
