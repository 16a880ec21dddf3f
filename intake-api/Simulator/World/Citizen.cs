using AcikKapi.Simulator.Texts;

namespace AcikKapi.Simulator.World;

/// <summary>Somebody who applies once or more. Codes are those of the reference lists; null where the person does not say.</summary>
sealed record Citizen(
    Person Person, int? BirthYear, string? Gender, string? Education, string? Employment, string[] Circumstances, Place Home, string Neighbourhood);
