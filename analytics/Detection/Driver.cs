namespace AcikKapi.Analytics.Detection;

/// <summary>One part of a rise: how much of what came above the expected is its own.</summary>
public sealed record Driver(string Name, double Share);
