namespace AcikKapi.Analytics.Statistics;

/// <summary>
/// What happened at one age (working days since a case came): how many came under observation, how many left it, and how
/// many of these by an answer. Who is still waiting leaves at today's age, unanswered; so does whom another unit took over.
/// Entering later than at 0 is allowed: cases that were old already when the window began.
/// </summary>
public readonly record struct AgeRow(int Age, int Entered, int Left, int Answered);
