using System.Globalization;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Open311;

/// <summary>What our applications hold and GeoReport has no argument for: asked of every service.</summary>
/// <param name="Field">Its place in a submission's JSON.</param>
public sealed record ServiceAttribute(string Code, string Field, string Datatype, bool Required, string Description, string Hint, IReadOnlyList<Word> Values)
{
    const string OneOf = "singlevaluelist", SomeOf = "multivaluelist";

    static readonly Word[] YesNo = [new("true", "Evet"), new("false", "Hayır")];

    public static readonly IReadOnlyList<ServiceAttribute> All =
    [
        new("kind", "kind", OneOf, true, "Talep mi, şikâyet mi?", "İhbarlar bu yoldan alınmaz", [.. Vocabulary.Current.Kinds.Where(k => k.Code != Applications.Submission.TipOff)]),
        new("national_id", "applicant.nationalId", "string", true, "T.C. kimlik numarası", "11 hane", []),
        new("subject", "subject", "string", false, "Konu", "En çok 200 karakter; verilmezse hizmetin adı", []),
        new("neighbourhood", "location.neighbourhood", "string", false, "Mahalle ya da köy", "En çok 100 karakter", []),
        new("birth_year", "applicant.birthYear", "number", false, "Doğum yılı", "Dört hane", []),
        new("gender", "applicant.gender", OneOf, false, "Cinsiyet", "", [.. Vocabulary.Current.Genders]),
        new("education", "applicant.education", OneOf, false, "Öğrenim durumu", "", [.. Vocabulary.Current.EducationLevels]),
        new("employment", "applicant.employment", OneOf, false, "Çalışma durumu", "", [.. Vocabulary.Current.EmploymentStatuses]),
        new("circumstances", "applicant.circumstances", SomeOf, false, "Özel durumunuz varsa", "Refakat ve öncelik için", [.. Vocabulary.Current.Circumstances]),
        new("hide_identity", "hideIdentity", OneOf, false, "Kimliğiniz şikâyet edilen kurumdan gizlensin mi?", "Verilmezse hayır", YesNo),
        new("confidential", "confidential", OneOf, false, "Başvuruyu yalnız yönetici makamı mı görsün?", "Verilmezse hayır", YesNo),
        new("state_of_emergency", "stateOfEmergency", OneOf, false, "Olağanüstü hal uygulamasıyla mı ilgili?", "Verilmezse hayır", YesNo),
        new("notify", "notify", OneOf, false, "SMS ile bilgilendirilmek ister misiniz?", "Verilmezse evet", YesNo),
    ];

    /// <summary>What GeoReport has arguments for but does not require is told by an attribute that asks nothing: variable is false for words to the user alone.</summary>
    static readonly ServiceAttribute Applicant = new("applicant", "", "string", false,
        "Ad, soyad ve cep telefonu zorunludur: first_name, last_name ve phone argümanlarıyla gönderin.", "Başvuru sahibinin; +905XXXXXXXXX", []);

    public static IEnumerable<Item> Told => All.Prepend(Applicant).Select((attribute, i) => attribute.ToItem(i + 1));

    Item ToItem(int order) => Item.Branch("attribute",
        Item.Leaf("variable", !ReferenceEquals(this, Applicant)), Item.Leaf("code", Code), Item.Leaf("datatype", Datatype), Item.Leaf("required", Required),
        Item.Leaf("datatype_description", Hint.Length == 0 ? null : Hint), Item.Leaf("order", order), Item.Leaf("description", Description),
        Item.List("values", Values.Select(v => Item.Branch("value", Item.Leaf("key", v.Code), Item.Leaf("name", v.NameTr)))));

    /// <summary>As a submission's JSON has it; what is no number or no yes and no stays text and is refused there. Null where nothing was given.</summary>
    public JsonNode? ToJson(string[] given)
    {
        if (given.Length == 0) return null;
        if (Datatype == SomeOf) return new JsonArray([.. given.SelectMany(g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(g => (JsonNode)g)]);
        if (Datatype == "number" && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return ReferenceEquals(Values, YesNo) && given[0] is "true" or "false" ? given[0] == "true" : given[0];
    }
}
