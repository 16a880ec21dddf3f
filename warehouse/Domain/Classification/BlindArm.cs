namespace AcikKapi.Domain.Classification;

/// <summary>
/// Where people choose types without seeing what the machine would suggest: each district on one day in five, the days drawn by a
/// hash. What is typed there tells how right the machine is; where suggestions are seen, people and machine agree too easily.
/// </summary>
public static class BlindArm
{
    const int OneIn = 5;
    static readonly DateOnly First = new(1970, 1, 1);

    /// <param name="district">Null where only the province is known.</param>
    /// <param name="day">Local.</param>
    public static bool Holds(int province, int? district, DateOnly day)
    {
        // Multiplicative hashing (Knuth, TAOCP 3, 6.4), its halves multiplied so that one day says nothing about the next. DuckDB's
        // typed_blind reckons the same.
        var mixed = ((day.DayNumber - First.DayNumber) * 2654435761L + (district ?? 0) * 40503L + province * 69069L) % 4294967296L;
        return mixed / 65536 * (mixed % 65536 + 1) % 65521 % OneIn == 0;
    }
}
