namespace AcikKapi.Simulator;

/// <summary>What was planted in a story: written beside a demo for whoever checks the findings; analytics never reads it.</summary>
public sealed record PlantedTruth(IReadOnlyList<PlantedRise> Rises, IReadOnlyList<PlantedUnit> Units, IReadOnlyList<PlantedPingPong> PingPongs);

/// <param name="From">The Monday from which the topic comes <paramref name="Factor"/> times as often, to the story's end.</param>
public sealed record PlantedRise(int Province, string Topic, DateOnly From, double Factor);

/// <param name="What">slow: takes <paramref name="Factor"/> times as long from <paramref name="From"/> on;
/// reopened: answers in a third of a day's work, and <paramref name="Factor"/> of its answers are not accepted.</param>
public sealed record PlantedUnit(string Unit, string What, DateOnly From, double Factor);

/// <summary>Of what comes to <paramref name="Unit"/>, this share goes to <paramref name="Other"/> and back before it is answered.</summary>
public sealed record PlantedPingPong(string Unit, string Other, double Share);
