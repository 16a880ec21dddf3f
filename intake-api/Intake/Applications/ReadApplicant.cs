using System.Text.RegularExpressions;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Applications;

/// <summary>Who applies: national id, name and mobile phone are required, the rest is not.</summary>
public static partial class ReadApplicant
{
    const int LongestName = 100;
    const int OldestAge = 120;

    public static SubmissionApplicant? From(JsonFields? json, DateOnly today)
    {
        if (json is null) return null;
        var words = Vocabulary.Current;
        return new SubmissionApplicant(
            NationalId: NationalIdOf(json) ?? "",
            FirstName: Name(json, "firstName") ?? "",
            LastName: Name(json, "lastName") ?? "",
            Phone: Phone(json) ?? "",
            BirthYear: BirthYear(json, today),
            Gender: json.Code("gender", words.Genders.Contains),
            Education: json.Code("education", words.EducationLevels.Contains),
            Employment: json.Code("employment", words.EmploymentStatuses.Contains),
            Circumstances: json.Codes("circumstances", words.Circumstances.Contains));
    }

    static string? NationalIdOf(JsonFields json)
    {
        var id = json.Text("nationalId", 11, required: true);
        return id is null || NationalId.IsValid(id) ? id : json.Wrong<string>("nationalId", "check_digits", "Geçerli bir T.C. kimlik numarası değil.");
    }

    static string? Name(JsonFields json, string field)
    {
        var name = json.Text(field, LongestName, required: true);
        return name is null || NamePattern().IsMatch(name) ? name : json.Wrong<string>(field, "malformed", "Yalnız harf, boşluk, kısa çizgi, nokta ve kesme işareti içerebilir.");
    }

    static string? Phone(JsonFields json)
    {
        var phone = json.Text("phone", 20, required: true);
        return phone is null || PhonePattern().IsMatch(phone) ? phone : json.Wrong<string>("phone", "malformed", "Cep telefonu +905XXXXXXXXX biçiminde olmalı.");
    }

    static int? BirthYear(JsonFields json, DateOnly today)
    {
        var year = json.Number("birthYear");
        return year is null || (year <= today.Year && year >= today.Year - OldestAge)
            ? year
            : json.Wrong<int?>("birthYear", "out_of_range", "Doğum yılı akla uygun değil.");
    }


    [GeneratedRegex(@"^\p{L}[\p{L}\p{M} .'’\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\+905[0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
