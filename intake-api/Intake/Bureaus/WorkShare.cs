namespace AcikKapi.Intake.Bureaus;

/// <summary>A member of the team as far as sharing needs to know.</summary>
/// <param name="Weight">Share beside the others'; 0: takes nothing.</param>
/// <param name="Kinds">Empty: all.</param>
/// <param name="Headings">Empty: all.</param>
/// <param name="Open">Applications they have in hand already.</param>
public sealed record Worker(Guid StaffId, decimal Weight, IReadOnlyCollection<string> Kinds, IReadOnlyCollection<string> Headings, int Open);

/// <summary>An application without an owner.</summary>
public sealed record UnownedApplication(long ApplicationId, string KindCode, string? HeadingCode);

/// <summary>
/// Who takes what: each application, in the order given, goes to whoever may take it and would then have the least in hand
/// for their weight. Nobody who may take it: it stays without an owner.
/// </summary>
public static class WorkShare
{
    public static IReadOnlyList<(long ApplicationId, Guid StaffId)> Of(IEnumerable<UnownedApplication> applications, IReadOnlyCollection<Worker> workers)
    {
        var open = workers.ToDictionary(w => w.StaffId, w => w.Open);
        var shared = new List<(long, Guid)>();
        foreach (var application in applications)
        {
            var next = workers.Where(w => Takes(w, application)).OrderBy(w => (open[w.StaffId] + 1) / w.Weight).ThenBy(w => w.StaffId).FirstOrDefault();
            if (next is null) continue;
            open[next.StaffId]++;
            shared.Add((application.ApplicationId, next.StaffId));
        }
        return shared;
    }

    static bool Takes(Worker worker, UnownedApplication application) =>
        worker.Weight > 0
        && (worker.Kinds.Count == 0 || worker.Kinds.Contains(application.KindCode))
        && (worker.Headings.Count == 0 || application.HeadingCode is not null && worker.Headings.Contains(application.HeadingCode));
}
