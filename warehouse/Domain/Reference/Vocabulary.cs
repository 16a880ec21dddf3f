using Sylvan.Data.Csv;

namespace AcikKapi.Domain.Reference;

/// <summary>The shared words, read once from the embedded lists. Immutable, safe from any thread.</summary>
public sealed class Vocabulary
{
    readonly ILookup<int, District> districtsByProvince;

    Vocabulary() => districtsByProvince = Districts.ToLookup(d => d.ProvinceCode);

    public static Vocabulary Current { get; } = new();

    public CodeList<string, Channel> Channels { get; } = Load("channels", r => new Channel(r.GetString(0), r.GetString(1), r.GetBoolean(2)), c => c.Code);
    public CodeList<string, Word> Kinds { get; } = Words("kinds");
    public CodeList<string, Word> Events { get; } = Words("events");
    public CodeList<string, Word> Outcomes { get; } = Words("outcomes");
    public CodeList<string, Word> UnitKinds { get; } = Words("unit_kinds");
    public CodeList<string, Word> Circumstances { get; } = Words("circumstances");
    public CodeList<string, Word> EducationLevels { get; } = Words("education_levels");
    public CodeList<string, Word> EmploymentStatuses { get; } = Words("employment_statuses");
    public CodeList<string, Word> Genders { get; } = Words("genders");
    public CodeList<string, Word> StaffRoles { get; } = Words("staff_roles");

    /// <summary>Why an officer does not process an application (art. 10-e; law 3071, art. 6).</summary>
    public CodeList<string, Word> RejectionReasons { get; } = Words("rejection_reasons");

    /// <summary>What officers decide of a flag, why it is no problem, and what was done about it (rule 10).</summary>
    public CodeList<string, Word> FlagVerdicts { get; } = Words("flag_verdicts");
    public CodeList<string, Word> FlagReasons { get; } = Words("flag_reasons");
    public CodeList<string, Word> FlagMeasures { get; } = Words("flag_measures");

    public CodeList<string, AgeBand> AgeBands { get; } =
        Load("age_bands", r => new AgeBand(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3)), b => b.Code);

    /// <summary>Headings and topics, each heading before its topics.</summary>
    public CodeList<string, ApplicationType> Types { get; } = Load(
        "types", r => new ApplicationType(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetBoolean(4)), t => t.Code);

    public CodeList<int, Province> Provinces { get; } = Load("provinces", PlaceRows.Province, p => p.Code);

    public CodeList<int, District> Districts { get; } = Load("districts", PlaceRows.District, d => d.Code);

    public IEnumerable<ApplicationType> Headings => Types.Where(t => t.IsHeading);

    public IEnumerable<ApplicationType> Topics => Types.Where(t => !t.IsHeading);

    /// <summary>A province's districts; none for a province that does not exist.</summary>
    public IEnumerable<District> DistrictsOf(int provinceCode) => districtsByProvince[provinceCode];

    static CodeList<string, Word> Words(string list) => Load(list, r => new Word(r.GetString(0), r.GetString(1)), w => w.Code);

    static CodeList<TCode, T> Load<TCode, T>(string list, Func<CsvDataReader, T> row, Func<T, TCode> code)
        where TCode : notnull where T : class => new(ReferenceLists.Read(list + ".csv", row), code);
}
