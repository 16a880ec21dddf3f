using System.Globalization;
using System.Text;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Units;

namespace AcikKapi.Intake.Pages.Shared;

/// <summary>What codes, days and fields are called on pages, in Turkish.</summary>
static class Words
{
    static readonly CultureInfo Turkish = TurkishText.Culture;

    static readonly StringComparer Alphabet = StringComparer.Create(Turkish, CompareOptions.None);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Turkish);
    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy dddd", Turkish);
    public static string Number(long number) => number.ToString("N0", Turkish);

    /// <summary>As the API writes it: an instant, or of a tip-off a day.</summary>
    public static string At(string at) =>
        at.Length == 10 ? Day(DateOnly.ParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), IstanbulTime.Zone).ToString("d MMMM yyyy HH.mm", Turkish);

    public static string ProvinceName(int code) => Vocabulary.Current.Provinces.Find(code)?.Name ?? "";
    public static string DistrictName(int? code) => code is { } known ? Vocabulary.Current.Districts.Find(known)?.Name ?? "" : "";
    public static string PlaceName(int? province, int? district) => province is null ? "Ülke geneli" : district is null ? ProvinceName(province.Value) : $"{ProvinceName(province.Value)} / {DistrictName(district)}";
    /// <param name="code">TR, il:76 or ilce:76-1692.</param>
    public static string ScopeName(string code) => code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('-') switch
    {
        [var province, var district] => PlaceName(int.Parse(province, CultureInfo.InvariantCulture), int.Parse(district, CultureInfo.InvariantCulture)),
        [var province] when int.TryParse(province, CultureInfo.InvariantCulture, out var plate) => PlaceName(plate, null),
        _ => PlaceName(null, null),
    };

    public static string EventName(string code) => Vocabulary.Current.Events.Find(code)?.NameTr ?? code;
    public static string KindName(string code) => Vocabulary.Current.Kinds.Find(code)?.NameTr ?? code;
    public static string ChannelName(string code) => Vocabulary.Current.Channels.Find(code)?.NameTr ?? code;
    public static string RoleName(string? code) => code is null ? "Başvuru sahibi" : Vocabulary.Current.StaffRoles.Find(code)?.NameTr ?? code;
    public static string OutcomeName(string? code) => code is null ? "" : Vocabulary.Current.Outcomes.Find(code)?.NameTr ?? code;
    public static string TypeName(string? code) => code is null ? "Tür belirtilmemiş" : Vocabulary.Current.Types.Find(code)?.NameTr ?? code;

    /// <summary>Tracking numbers in groups, which are read out and typed without a mistake more easily.</summary>
    public static string Grouped(string number) => number.Length == 18 ? string.Join(' ', number.Chunk(3).Select(three => new string(three))) : number;

    public static IEnumerable<Choice> Provinces => Vocabulary.Current.Provinces.OrderBy(p => p.Name, Alphabet).Select(p => new Choice(Code(p.Code), p.Name));
    public static IEnumerable<Choice> Districts(int province) => Vocabulary.Current.DistrictsOf(province).OrderBy(d => d.Name, Alphabet).Select(d => new Choice(Code(d.Code), d.Name));

    /// <summary>The districts that an officer serves.</summary>
    public static IEnumerable<Choice> DistrictsOf(StaffMember officer) =>
        Districts(officer.ProvinceCode ?? 0).Where(d => officer.DistrictCode is null || d.Value == Code(officer.DistrictCode.Value));

    /// <summary>Bureaus first: what one does not know where to send goes there.</summary>
    public static IEnumerable<Choice> UnitsOf(IEnumerable<UnitWithLiaisons> units) =>
        SortedBy(units, u => u.Name).OrderByDescending(u => u.Kind == "bureau").Select(u => new Choice(u.UnitCode, u.DistrictCode is null ? u.Name : $"{u.Name} ({DistrictName(u.DistrictCode)})"));

    public static IEnumerable<Choice> Types => Vocabulary.Current.Topics.Select(t => new Choice(t.Code, t.NameTr, TypeName(t.HeadingCode)));
    public static IEnumerable<Choice> Headings => Vocabulary.Current.Headings.Select(t => new Choice(t.Code, t.NameTr));
    public static IEnumerable<Choice> TypesAndHeadings => Vocabulary.Current.Types.Select(t => new Choice(t.Code, t.IsHeading ? $"{t.NameTr} (hepsi)" : t.NameTr, TypeName(t.HeadingCode)));
    public static IEnumerable<Choice> Of(IEnumerable<Word> words) => words.Select(w => new Choice(w.Code, w.NameTr));
    public static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(Alphabet);
    public static IEnumerable<T> SortedBy<T>(IEnumerable<T> items, Func<T, string> name) => items.OrderBy(name, Alphabet);

    public static string Code(int code) => code.ToString(CultureInfo.InvariantCulture);

    /// <summary>An id of HTML for a field's path: applicant.firstName → applicant-firstName.</summary>
    public static string IdOf(string name)
    {
        var id = new StringBuilder("f-");
        foreach (var c in name) id.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return id.ToString();
    }

    public static string FieldName(string path) => Fields.TryGetValue(path, out var name) ? name : Fields.GetValueOrDefault(path[(path.LastIndexOf('.') + 1)..], "Form");

    public static string? NoticeOf(string? code) => code is null ? null : Notices.GetValueOrDefault(code);

    static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["kind"] = "Başvurunun konusu", ["subject"] = "Kısa başlık", ["text"] = "Anlatım", ["typeCode"] = "Tür", ["provinceCode"] = "İl", ["districtCode"] = "İlçe", ["neighbourhood"] = "Mahalle ya da köy",
        ["nationalId"] = "T.C. kimlik numarası", ["firstName"] = "Ad", ["lastName"] = "Soyad", ["phone"] = "Cep telefonu", ["birthYear"] = "Doğum yılı", ["gender"] = "Cinsiyet", ["education"] = "Öğrenim", ["employment"] = "Çalışma durumu",
        ["circumstances"] = "Özel durumlar", ["reason"] = "Neden", ["answer"] = "Cevap", ["outcome"] = "Sonuç", ["managerInformed"] = "Amirin bilgisi", ["unitCode"] = "Birim", ["reasonCode"] = "Ret nedeni", ["importance"] = "Önem",
        ["score"] = "Puan", ["trackingNumber"] = "Takip numarası", ["staffId"] = "Görevli", ["note"] = "Not", ["startsAt"] = "Başlangıç", ["minutes"] = "Süre", ["minutesSpent"] = "Harcanan süre", ["result"] = "Sonuç", ["duty"] = "Görev", ["weight"] = "İş payı",
        ["date"] = "Gün", ["until"] = "Son gün", ["from"] = "İlk gün", ["name"] = "Ad", ["role"] = "Görev", ["signInName"] = "Kullanıcı adı", ["fullName"] = "Ad soyad", ["password"] = "Parola", ["code"] = "Kod", ["channel"] = "Kanal", ["to"] = "Ana başvuru", ["file"] = "Dosya", ["title"] = "Unvan",
        ["confirmed"] = "Onay", ["boxKey"] = "Kutu anahtarı", ["verdict"] = "Karar", ["measure"] = "Alınan önlem", ["measuredOn"] = "Önlemin başladığı gün", ["flagId"] = "İşaret",
    };

    static readonly Dictionary<string, string> Notices = new(StringComparer.Ordinal)
    {
        ["kaydedildi"] = "Kaydedildi.", ["adim"] = "Adım kaydedildi.", ["yonlendirildi"] = "Başvuru yönlendirildi.", ["cevaplandi"] = "Cevap kaydedildi; başvuru sahibine bildirilir.", ["paylasildi"] = "İşler paylaştırıldı.",
        ["ziyaret"] = "Ziyaret kaydedildi.", ["gorevli"] = "Görevli kaydedildi.", ["kapatildi"] = "Hesap kapatıldı; oturumları sona erdi.", ["acildi"] = "Hesap yeniden açıldı.", ["izin"] = "İdari izin kaydedildi; açık süreler yeniden hesaplandı.", ["ohal"] = "OHAL dönemi kaydedildi.", ["olcut"] = "Ölçütler kaydedildi.",
        ["karar"] = "Karar kaydedildi; gece hesaba katılır.", ["bag"] = "Bağ kaydedildi.", ["parola"] = "Parolanız değişti. Yeniden giriş yapın.", ["kayit"] = "Hesabınız hazır. Giriş yapabilirsiniz.", ["cikis"] = "Çıkış yaptınız.",
    };
}
