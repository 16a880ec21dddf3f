using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Filling;

/// <summary>What the texts say: for the ministry, and of the period that ended last, since they are read as of the data date.</summary>
static class FillTexts
{
    public static TextReport Run(Published published, BriefScope scope, bool isLatest) => scope.Level != ScopeLevel.Ministry || !isLatest
        ? new TextReport([], [], null)
        : new TextReport(
            published.Rows<NewWords>("Filling/emerging.sql", new { }),
            published.Rows<Petition>("Filling/petitions.sql", new { }),
            published.Rows<ModelDrift>("Filling/drift.sql", new { }).FirstOrDefault());
}
