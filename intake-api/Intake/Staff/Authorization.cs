using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Staff;

/// <summary>Why something may not be done: 401 without a valid token, 403 with the wrong one, 404 where its place may not even know.</summary>
public sealed record Refusal(int Status, string Sentence);

/// <summary>All decisions on who may do what. Null means allowed.</summary>
public static class Authorization
{
    const string Desk = "desk", Liaison = "liaison", Coordinator = "coordinator", Executive = "executive", Ministry = "ministry", Field = "field", Analyst = "analyst";

    public static readonly Refusal NoToken = new(StatusCodes.Status401Unauthorized, "Bu işlem için geçerli bir görevli anahtarı gerekir.");
    static readonly Refusal Elsewhere = new(StatusCodes.Status404NotFound, "");

    /// <summary>Which roles record which step. A unit's liaison officer answers, or says that another unit is competent (art. 5-o).</summary>
    static readonly Dictionary<string, string[]> Recorders = new(StringComparer.Ordinal)
    {
        [LifeCycle.Routed] = [Desk, Coordinator, Executive],
        [LifeCycle.Rerouted] = [Desk, Coordinator, Executive, Liaison],
        [LifeCycle.WithExecutive] = [Desk, Coordinator],
        [LifeCycle.Rejected] = [Desk, Coordinator, Executive],
        [LifeCycle.Referred] = [Desk, Coordinator, Executive],
        [LifeCycle.Answered] = [Desk, Coordinator, Executive, Liaison],
        [LifeCycle.Reopened] = [Desk, Coordinator, Executive],
        [LifeCycle.AppealRefused] = [Coordinator, Executive],
        [LifeCycle.MarkedSpecial] = [Desk, Coordinator, Executive],
        [LifeCycle.ConfidentialSet] = [Desk, Coordinator],
        [LifeCycle.ConfidentialConfirmed] = [Executive],
        [LifeCycle.ConfidentialLifted] = [Executive],
        [LifeCycle.Closed] = [Desk, Coordinator, Executive],
    };

    /// <summary>Roles that see much sign in with a second factor (an authenticator app, or whatever the provider asks for).</summary>
    public static bool NeedsSecondFactor(string role) => role is Executive or Coordinator or Ministry or Analyst;

    /// <summary>A page is for the roles whose work it is.</summary>
    public static Refusal? ToUsePage(StaffMember? staff, IReadOnlyCollection<string> roles) =>
        staff is null ? NoToken : roles.Contains(staff.RoleCode) ? null : Forbidden("Bu sayfa başka bir görev içindir. Menüden kendi sayfalarınıza gidebilirsiniz.");

    /// <summary>Desk and call-centre channels are recorded by the bureau of the place (art. 6-a).</summary>
    /// <param name="province">0 where none that exists was given, which is refused as a field.</param>
    public static Refusal? ToSubmit(StaffMember? staff, bool staffOnlyChannel, int province, int? district)
    {
        if (!staffOnlyChannel) return null;
        if (staff is null) return NoToken;
        if (staff.RoleCode is not (Desk or Coordinator)) return Forbidden("Bu kanaldan başvuruyu yalnız banko görevlisi ya da koordinatör kaydedebilir.");
        return province == 0 || Serves(staff, province, district) ? null : Forbidden("Bu yerin başvurularını kaydetme yetkiniz yok.");
    }

    /// <summary>Before the application is looked up: is there a member of staff at all, and of its province?</summary>
    /// <remarks>Whoever has no business with any is told so before, or the answer would tell what is there from what is not.</remarks>
    public static Refusal? ToOpen(StaffMember? staff, int province) =>
        staff is null ? NoToken : staff.ProvinceCode != province ? Elsewhere
        : staff.RoleCode is Desk or Liaison or Coordinator or Executive ? null : Forbidden("Göreviniz başvuruları açmaya yetmiyor.");

    public static Refusal? ToRecord(StaffMember staff, string step, OpenApplication application)
    {
        if (staff.DistrictCode is not null && staff.DistrictCode != application.DistrictCode) return Elsewhere;
        if (staff.RoleCode == Liaison && staff.UnitCode != application.UnitCode) return Elsewhere;
        if (application.Sealed && staff.RoleCode != Executive && !(step == LifeCycle.WithExecutive && Recorders[step].Contains(staff.RoleCode, StringComparer.Ordinal))) return Elsewhere; // art. 5-l
        if (!Recorders[step].Contains(staff.RoleCode, StringComparer.Ordinal)) return Forbidden("Göreviniz bu adımı kaydetmeye yetmiyor.");
        if (application.Special && step == LifeCycle.Routed && staff.RoleCode != Executive)
            return Forbidden("Özellikli başvuru önce valiye, vali yardımcısına ya da kaymakama sunulur; birime o yönlendirir (md. 10-c). Siz with_executive adımını kaydedebilirsiniz.");
        if (application.Status == LifeCycle.Appealed && step == LifeCycle.Reopened && staff.RoleCode == Desk)
            return Forbidden("İtirazı koordinatör ya da yönetici karara bağlar.");
        return null;
    }

    /// <summary>The count of a place's rejections is for those who answer for its bureau (art. 5-ğ).</summary>
    public static Refusal? ToWatchBureau(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Coordinator or Executive ? null
        : Forbidden("Bunu yalnız büronun koordinatörü ya da yönetici görebilir.");

    /// <summary>What is measured of officers is their own coordinator's alone (rule 9).</summary>
    public static Refusal? ToSeeIndicators(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Coordinator ? null
        : Forbidden("Bunu yalnız büronun koordinatörü görebilir.");

    /// <summary>A place's flags are judged by its analyst and executive, the country's by the ministry (rule 10).</summary>
    public static Refusal? ToJudgeFlags(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Analyst or Executive || staff.RoleCode == Ministry ? null
        : Forbidden("İşaretler hakkında veri analiz görevlisi ve yönetici, ülke geneli için bakanlık karar verir.");

    /// <summary>Who works at the analysts' workbench, and so keeps views and orders briefs there.</summary>
    public static Refusal? ToUseWorkbench(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Analyst or Coordinator or Executive || staff.RoleCode == Ministry ? null
        : Forbidden("Analiz tezgâhı veri analiz görevlisi, koordinatör, yönetici ve bakanlık içindir.");

    /// <summary>Administrative leave: of the country by the ministry, of a province by its governor.</summary>
    public static Refusal? ToGiveLeave(StaffMember? staff, int? province) =>
        staff is null ? NoToken
        : province is null && staff.RoleCode == Ministry || province is not null && staff.RoleCode == Executive && staff.ProvinceCode == province && staff.DistrictCode is null ? null
        : Forbidden("Ülke geneli için izni bakanlık, bir il için o ilin valisi girer.");

    public static Refusal? ToWatchDeadlines(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Desk or Liaison or Coordinator or Executive ? null
        : Forbidden("Göreviniz süre listelerini görmeye yetmiyor.");

    /// <summary>A liaison officer sees what lies with the own unit.</summary>
    public static string? OnlyUnit(StaffMember staff) => staff.RoleCode == Liaison ? staff.UnitCode : null;

    /// <summary>Sealed applications are the executive line's alone (art. 5-l).</summary>
    public static bool SeesSealed(StaffMember staff) => staff.RoleCode == Executive;

    /// <summary>Special and confidential applications are followed up by the executive line (art. 5-l, 10-c).</summary>
    public static Refusal? ToFollowUp(StaffMember? staff) =>
        staff is null ? NoToken : staff.ProvinceCode is not null && staff.RoleCode == Executive ? null : Forbidden("Özellikli ve gizli başvuruları yalnız vali, vali yardımcısı ve kaymakam izler.");

    public static Refusal? ToSeeTemplates(StaffMember? staff) =>
        staff is null ? NoToken : staff.RoleCode is Coordinator or Executive or Ministry ? null : Forbidden("Bunu yalnız koordinatör, yönetici ya da bakanlık görebilir.");

    /// <summary>Rules, units, liaison officers, bureaus and their teams are settled by the place itself (art. 5-c, ç, d, e, m, n).</summary>
    public static Refusal? ToSettle(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Coordinator or Executive ? null
        : Forbidden("Bu ayarı yalnız yerin koordinatörü ya da yöneticisi değiştirebilir.");

    /// <summary>Staff are named, and roles granted and withdrawn, by the governorship or district governorship for its own place (art. 5-c, d, e).</summary>
    public static Refusal? ToNameStaff(StaffMember? staff) =>
        staff is null ? NoToken : staff.ProvinceCode is not null && staff.RoleCode == Executive ? null : Forbidden("Görevlileri yalnız vali, vali yardımcısı ya da kaymakam belirler (md. 5).");

    public static Refusal? ToSeeCriteria(StaffMember? staff) => staff is null ? NoToken : null;

    /// <summary>Criteria of performance are the ministry's (art. 4-2-d).</summary>
    public static Refusal? ToSetCriteria(StaffMember? staff) =>
        staff is null ? NoToken : staff.RoleCode == Ministry ? null : Forbidden("Performans ölçütlerini yalnız Bakanlık belirler (md. 4-2-d).");

    /// <summary>A state of emergency is announced for a whole province: by its governor, or the ministry for any.</summary>
    public static Refusal? ToDeclareEmergency(StaffMember? staff, int province) =>
        staff is null ? NoToken
        : staff.RoleCode == Ministry || staff.RoleCode == Executive && staff.ProvinceCode == province && staff.DistrictCode is null ? null
        : Forbidden("OHAL kaydını o ilin valisi ya da bakanlık girer.");

    /// <summary>A place's staff see its own, the ministry's any.</summary>
    public static Refusal? ToSeeEmergencies(StaffMember? staff) => staff is null || staff.RoleCode == Ministry ? staff is null ? NoToken : null : ToSeeSettings(staff);

    public static Refusal? ToSeeSettings(StaffMember? staff) =>
        staff is null ? NoToken : staff.ProvinceCode is null ? Forbidden("Bunu yalnız o yerin görevlileri görebilir.") : null;

    public static Refusal? ToAskRouting(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Desk or Coordinator or Executive ? null
        : Forbidden("Yönlendirmeyi yalnız banko görevlisi, koordinatör ya da yönetici sorabilir.");

    /// <summary>The application's own marks say who may see where it would go.</summary>
    public static Refusal? ToAskRouting(StaffMember staff, OpenApplication application) =>
        staff.DistrictCode is not null && staff.DistrictCode != application.DistrictCode || application.Sealed && !SeesSealed(staff) ? Elsewhere : null;

    /// <summary>Words and applicant: the place's bureau and executive, the unit it lies with, and of sealed ones the executive line alone (art. 5-l).</summary>
    public static Refusal? ToReadWords(StaffMember staff, OpenApplication application) =>
        staff.DistrictCode is not null && staff.DistrictCode != application.DistrictCode
        || staff.RoleCode == Liaison && staff.UnitCode != application.UnitCode
        || application.Sealed && !SeesSealed(staff) ? Elsewhere
        : staff.RoleCode is Desk or Liaison or Coordinator or Executive ? null
        : Forbidden("Göreviniz başvuruların metnini görmeye yetmiyor.");

    /// <summary>With the sender of a tip-off: whoever answers for a unit may be whom it is about.</summary>
    public static Refusal? ToCorrespond(StaffMember staff) =>
        staff.RoleCode is Desk or Coordinator or Executive ? null : Forbidden("İhbar kutusunu yalnız büro ve yönetici kullanır.");

    /// <summary>Who it is: never a unit's liaison officer where the applicant hides from the office, and of tip-offs none.</summary>
    public static Refusal? ToSeeApplicant(StaffMember staff, OpenApplication application) =>
        OnlyUnit(staff) is not null && (application.HideIdentity || application.IsTipOff)
            ? Forbidden("Başvuru sahibi kimliğini bu birimden gizledi; kimliği ve ekleri yalnız Açık Kapı bürosu görür.") : null;

    /// <summary>Whoever has special and confidential applications in hand directs them to a unit (art. 10-c).</summary>
    public static bool Directs(StaffMember staff) => staff.RoleCode == Executive;

    /// <summary>Duties are shared out by the coordinator or the executive (art. 5-ç).</summary>
    public static Refusal? ToAssign(StaffMember staff, OpenApplication application) => ToSettle(staff) ?? ToAskRouting(staff, application);

    /// <summary>Coordinator and executive see everybody's work, others their own.</summary>
    public static bool SeesEverybodysWork(StaffMember staff) => staff.RoleCode is Coordinator or Executive;

    public static Refusal? ToAskForVisit(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Desk or Coordinator or Executive ? null
        : Forbidden("Refakati banko ya da koordinatör ister, saha ziyaretini yönetici görevlendirir.");

    /// <summary>Whoever went says how it was; the coordinator may for them.</summary>
    public static Refusal? ToReportVisit(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Field or Coordinator or Executive ? null
        : Forbidden("Sonucu giden saha görevlisi ya da koordinatör kaydeder.");

    public static Refusal? ToSeeVisits(StaffMember? staff) =>
        staff is null ? NoToken
        : staff.ProvinceCode is not null && staff.RoleCode is Field or Desk or Coordinator or Executive ? null
        : Forbidden("Göreviniz ziyaret takvimini görmeye yetmiyor.");

    /// <summary>A field officer sees the visits assigned.</summary>
    public static bool SeesAllVisits(StaffMember staff) => staff.RoleCode != Field;

    static bool Serves(StaffMember staff, int province, int? district) =>
        staff.ProvinceCode == province && (staff.DistrictCode is null || staff.DistrictCode == district);

    static Refusal Forbidden(string sentence) => new(StatusCodes.Status403Forbidden, sentence);
}
