using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Open311;

/// <summary>GET services.{format} and services/{service_code}.{format}: each heading and topic is a service, the same in all provinces.</summary>
public static class Services
{
    public static Answer List(Call call) => Jurisdiction.Read(call, out _) ?? Answer.Ok(Item.List("services", Vocabulary.Current.Types.Select(type =>
    {
        var heading = Vocabulary.Current.Types[type.HeadingCode].NameTr;
        return Item.Branch("service",
            Item.Leaf("service_code", type.Code),
            Item.Leaf("service_name", type.NameTr),
            Item.Leaf("description", type.IsHeading ? $"{type.NameTr}: konusu bilinmeyenler" : $"{heading}: {type.NameTr}"),
            Item.Leaf("metadata", true),
            Item.Leaf("type", "realtime"),
            Item.Leaf("keywords", type.IsHeading ? type.NameEn : $"{heading}, {type.NameEn.Replace(",", "", StringComparison.Ordinal)}"),
            Item.Leaf("group", heading));
    })));

    public static Answer Define(string code, Call call)
    {
        if (Jurisdiction.Read(call, out _) is { } refusal) return refusal;
        if (!Vocabulary.Current.Types.Contains(code)) return NotFound;
        return Answer.Ok(Item.Branch("service_definition", Item.Leaf("service_code", code), Item.List("attributes", ServiceAttribute.Told)));
    }

    public static readonly Answer NotFound = Answer.Refused(StatusCodes.Status404NotFound, "service_code bulunamadı: hizmet listesindeki kodlardan biri olmalı.");
}
