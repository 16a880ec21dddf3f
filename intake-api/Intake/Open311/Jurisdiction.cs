using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Open311;

/// <summary>jurisdiction_id: the governorship's own site without www, as the specification advises: igdir.gov.tr.</summary>
public static class Jurisdiction
{
    static readonly Dictionary<string, Province> ById = Vocabulary.Current.Provinces.ToDictionary(Of, StringComparer.OrdinalIgnoreCase);

    public static string Of(Province province) => province.Slug + ".gov.tr";

    /// <summary>Null with no refusal where none is given.</summary>
    public static Answer? Read(Call call, out Province? province)
    {
        province = null;
        return call["jurisdiction_id"] is not { } id || ById.TryGetValue(id, out province)
            ? null
            : Answer.Refused(StatusCodes.Status404NotFound, "jurisdiction_id bulunamadı: valiliğin site adresi olmalı, örneğin igdir.gov.tr.");
    }

    /// <summary>Where the answer depends on it: 81 governorships answer here.</summary>
    public static Answer? Require(Call call, out Province? province) => Read(call, out province)
        ?? (province is null ? Answer.Refused(StatusCodes.Status400BadRequest, "jurisdiction_id verilmedi: valiliğin site adresi olmalı, örneğin igdir.gov.tr.") : null);
}
