namespace AcikKapi.Domain.Reference;

/// <summary>An il. Code is the plate number; populations TÜİK ADNKS, SEGE-2025 of the Ministry of Industry, shares 0–1 of 2020.</summary>
public sealed record Province(
    int Code, string Name, string Slug,
    string Nuts1Code, string Nuts1Name, string Nuts2Code, string Nuts2Name, string Nuts3Code, string Region, bool IsMetropolitan,
    decimal AreaKm2, int Population2020, int Population2021, int Population2022, int Population2023, int Population2025,
    int Sege2025Rank, decimal Sege2025Score, int Sege2025Tier,
    decimal Age0To14Share2020, decimal Age15To64Share2020, decimal Age65Share2020);

/// <summary>An ilçe. Code is the TÜİK/NVİ id; a central one ("Merkez") is served by the governorship and has no kaymakamlık.</summary>
public sealed record District(
    int Code, int ProvinceCode, string Name, bool IsCentral, bool HasKaymakamlik,
    decimal AreaKm2, int Population2020, int Population2021, int Population2023, int Population2025, int Male2021, int Female2021,
    int Age0To14In2020, int Age15To64In2020, int Age65In2020, decimal HigherEducationShare,
    decimal Sege2017Score, int Sege2017Tier, bool Sege2017Estimated);
