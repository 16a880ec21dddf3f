using AcikKapi.Intake.Bureaus;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Bureaus;

public sealed class WorkShareTests
{
    static readonly Gen<string[]> Kinds = Gen.OneOf<string[]>([], ["request"], ["complaint", "tip_off"]);
    static readonly Gen<string[]> Headings = Gen.OneOf<string[]>([], ["SOS"], ["SAG", "SOS"]);

    static readonly Gen<Worker> Member = Gen.Select(Gen.Guid, Gen.Int[0, 3], Kinds, Headings, Gen.Int[0, 20], (id, weight, kinds, headings, open) => new Worker(id, weight, kinds, headings, open));

    static readonly Gen<UnownedApplication[]> Applications =
        Gen.Select(Gen.OneOf("request", "complaint", "tip_off"), Gen.OneOf<string?>(null, "SOS", "SAG"), (kind, heading) => (kind, heading)).Array[0, 60]
            .Select(all => all.Select((a, i) => new UnownedApplication(i + 1, a.kind, a.heading)).ToArray());

    [Fact]
    public void EachApplication_HasOneOwnerWhoMayTakeItOrNobodyMay() => Gen.Select(Member.Array[0, 7], Applications).Sample((team, applications) =>
    {
        var shared = WorkShare.Of(applications, team);
        Assert.Equal(shared.Count, shared.Select(s => s.ApplicationId).Distinct().Count());
        var owners = shared.ToDictionary(s => s.ApplicationId, s => s.StaffId);
        foreach (var a in applications)
        {
            var able = team.Where(w => w.Weight > 0 && (w.Kinds.Count == 0 || w.Kinds.Contains(a.KindCode)) && (w.Headings.Count == 0 || a.HeadingCode is { } h && w.Headings.Contains(h))).Select(w => w.StaffId).ToList();
            if (able.Count == 0) Assert.False(owners.ContainsKey(a.ApplicationId));
            else Assert.Contains(owners[a.ApplicationId], able);
        }
    }, iter: 5_000);

    /// <summary>Nobody has more for their weight than any other would have with one application more.</summary>
    [Fact]
    public void Work_IsSharedByWeight() => Gen.Select(Gen.Int[1, 4].Array[2, 6], Gen.Int[0, 200]).Sample((weights, count) =>
    {
        var team = weights.Select((w, i) => new Worker(new Guid(i + 1, 0, 0, new byte[8]), w, [], [], 0)).ToList();
        var shared = WorkShare.Of(Enumerable.Range(1, count).Select(i => new UnownedApplication(i, "request", null)), team);
        Assert.Equal(count, shared.Count);
        foreach (var one in team)
            foreach (var other in team)
                Assert.True(shared.Count(s => s.StaffId == one.StaffId) / one.Weight <= (shared.Count(s => s.StaffId == other.StaffId) + 1) / other.Weight, "Somebody was passed over.");
    }, iter: 2_000);
}
