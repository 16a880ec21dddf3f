using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Access;

/// <param name="BeforeChain">Logged before the chain began.</param>
/// <param name="Broken">Where the chain does not hold, in words.</param>
public sealed record AccessAudit(long Entries, long BeforeChain, int Provinces, int Anchors, IReadOnlyList<string> Broken);

/// <summary>audit access: reads every entry of the access log and says where its chains do not hold. Run by the database's owner.</summary>
public static class AuditAccess
{
    const int Page = 5000;

    public static Command Build()
    {
        var list = new Option<bool>("--list") { Description = "Also print the entries, tab separated: province, no, time, what, role, officer's pseudonym, reason." };
        var json = new Option<bool>("--json") { Description = "Figures as JSON." };
        var access = new Command("access", "Checks the access log: who opened whose words, files and national ids, entry by entry. Exit 1 where one was changed, removed or put in.\nExample: AcikKapi.Intake audit access") { list, json };
        access.SetAction((given, stop) => Run.SafelyAsync(settings => RunAsync(settings, given.GetValue(list), given.GetValue(json), stop)));
        return new Command("audit", "Checks what this installation promises.") { access };
    }

    static async Task RunAsync(IntakeSettings settings, bool list, bool json, CancellationToken stop)
    {
        var keys = new KeyFolder(settings.Keys);
        await using var owner = IntakeDatabase.Open(settings.Connection);
        var audit = await CheckAsync(new PlaceTransaction(owner), keys.Bytes(KeyFolder.AccessLog), new AccessAnchors(keys), list ? Print : null, stop);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(audit, JsonSerializerOptions.Web)
            : string.Create(CultureInfo.InvariantCulture, $"{audit.Entries} entries of {audit.Provinces} provinces, {audit.BeforeChain} of them from before the chain, {audit.Anchors} anchors: {(audit.Broken.Count == 0 ? "the chain holds" : $"BROKEN at {audit.Broken.Count} places")}"));
        if (audit.Broken.Count > 0) throw new UserError(string.Join('\n', audit.Broken));
    }

    /// <param name="database">The owner's: it passes row security.</param>
    public static async Task<AccessAudit> CheckAsync(PlaceTransaction database, byte[] key, AccessAnchors anchors, Action<AccessEntry>? each, CancellationToken stop)
    {
        var noted = anchors.Read().ToLookup(a => a.Province);
        var (entries, before, provinces, broken) = (0L, 0L, 0, new List<string>());
        foreach (var province in Vocabulary.Current.Provinces.Codes)
        {
            var chain = new ChainCheck(province, key, noted[province]);
            for (IReadOnlyList<AccessEntry> page; (page = await database.RunAsync(province, work => work.ListAsync<AccessEntry>("Access/ReadEntries.sql", new { province, after = chain.LastNo, limit = Page }), stop)).Count > 0;)
                foreach (var entry in page)
                {
                    each?.Invoke(entry);
                    chain.Add(entry);
                }
            chain.End();
            (entries, before, provinces) = (entries + chain.Entries, before + chain.BeforeChain, provinces + (chain.Entries > 0 ? 1 : 0));
            broken.AddRange(chain.Broken);
        }
        return new AccessAudit(entries, before, provinces, noted.Sum(n => n.Count()), broken);
    }

    static void Print(AccessEntry e) => Console.WriteLine(string.Join('\t',
        e.ProvinceCode, e.EntryNo, e.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), e.What, e.ActorRoleCode, Convert.ToHexStringLower(e.ActorPseudonym), e.Reason.ReplaceLineEndings(" ")));
}
