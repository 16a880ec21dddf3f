using System.ComponentModel;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to POST /v1/applications; codes are those of the reference lists.</summary>
public sealed record Submission(
    [property: Description("request, complaint, tip_off")] string Kind,
    [property: Description("web, mobile, kiosk; with a staff token also desk_oral, desk_written, call_center")] string Channel,
    [property: Description("Başlık ya da konu kodu; bilinmiyorsa boş")] string? TypeCode,
    [property: Description("En çok 200 karakter")] string Subject,
    [property: Description("En çok 10.000 karakter")] string Text,
    SubmissionLocation Location,
    [property: Description("Yalnız ihbarda boş bırakılabilir")] SubmissionApplicant? Applicant,
    bool HideIdentity,
    [property: Description("Gizli: yalnız yönetici makamı görür")] bool Confidential,
    bool StateOfEmergency,
    [property: Description("SMS ile bilgilendirme; ihbarda verilmezse kapalıdır")] bool? Notify,
    [property: Description("Verilmezse ilçenin, yoksa valiliğin bürosu")] string? BureauCode)
{
    public const string TipOff = "tip_off";
}

/// <param name="ProvinceCode">Plate code.</param>
/// <param name="DistrictCode">District id of the national register.</param>
public sealed record SubmissionLocation(int ProvinceCode, int? DistrictCode, string? Neighbourhood);

public sealed record SubmissionApplicant(
    [property: Description("T.C. kimlik numarası, 11 hane")] string NationalId,
    string FirstName,
    string LastName,
    [property: Description("+905 ile başlayan 13 karakter")] string Phone,
    int? BirthYear,
    string? Gender,
    string? Education,
    string? Employment,
    string[] Circumstances);
