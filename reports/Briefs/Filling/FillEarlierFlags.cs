using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Filling;

/// <summary>What became of the flags of earlier nights.</summary>
static class FillEarlierFlags
{
    public static EarlierFlags Run(Published published, BriefScope scope) => new(
        published.Rows<EarlierFlag>("Filling/earlier_flags.sql", new { scope = scope.Code }),
        published.Rows<FlagRecord>("Filling/flag_record.sql", new { plate = scope.ProvinceCode }).FirstOrDefault());
}
