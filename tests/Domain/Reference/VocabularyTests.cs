using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Domain.Reference;

public sealed class VocabularyTests
{
    static readonly Vocabulary Words = Vocabulary.Current;

    [Fact]
    public void Codes_AreThoseOfTheContract()
    {
        Assert.Equal(["request", "complaint", "tip_off"], Words.Kinds.Codes);
        Assert.Equal(["desk_oral", "desk_written", "web", "mobile", "kiosk", "call_center"], Words.Channels.Codes);
        Assert.Equal(["female", "male"], Words.Genders.Codes);
        Assert.Equal(["illiterate", "primary_school", "secondary_school", "high_school", "university"], Words.EducationLevels.Codes);
        Assert.Equal(["employed", "unemployed", "retired", "student", "homemaker"], Words.EmploymentStatuses.Codes);
        Assert.Equal(["elderly", "disabled", "ill", "martyr_relative", "veteran"], Words.Circumstances.Codes);
        Assert.Equal(["resolved", "not_resolved", "rejected", "referred"], Words.Outcomes.Codes);
        Assert.Equal(["directorate", "municipality", "bureau", "ohal_bureau", "other"], Words.UnitKinds.Codes);
        Assert.Equal(
            ["received", "routed", "rerouted", "with_executive", "rejected", "referred", "answered", "reopened", "closed", "rated",
            "appealed", "appeal_refused", "marked_special", "confidential_set", "confidential_confirmed", "confidential_lifted"], Words.Events.Codes);
        Assert.Equal(["desk", "liaison", "coordinator", "field", "analyst", "executive", "ministry"], Words.StaffRoles.Codes);
    }

    [Fact]
    public void OpenChannels_AreWebMobileAndKiosk() =>
        Assert.Equal(["web", "mobile", "kiosk"], Words.Channels.Where(c => !c.StaffOnly).Select(c => c.Code));

    [Fact]
    public void Provinces_Are81WithPlatesInOrder()
    {
        Assert.Equal(Enumerable.Range(1, 81), Words.Provinces.Select(p => p.Code));
        Assert.Equal(86_092_168, Words.Provinces.Sum(p => p.Population2025));
        Assert.Equal(30, Words.Provinces.Count(p => p.IsMetropolitan));
        Assert.Equal(Enumerable.Range(1, 81), Words.Provinces.Select(p => p.Sege2025Rank).Order());
        Assert.All(Words.Provinces, p => Assert.InRange(p.Age0To14Share2020 + p.Age15To64Share2020 + p.Age65Share2020, 0.999m, 1.001m));
    }

    [Fact]
    public void Districts_Are973Of81ProvincesAnd922HaveAKaymakamlik()
    {
        Assert.Equal(973, Words.Districts.Count);
        Assert.Equal(922, Words.Districts.Count(d => d.HasKaymakamlik));
        Assert.All(Words.Districts, d => Assert.Equal(d.IsCentral, !d.HasKaymakamlik));
        Assert.All(Words.Districts, d => Assert.True(Words.Provinces.Contains(d.ProvinceCode)));
        Assert.Single(Words.Districts, d => d.Sege2017Estimated);
        Assert.Equal(["Aralık", "Karakoyunlu", "Merkez", "Tuzluca"], Words.DistrictsOf(76).Select(d => d.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Districts_StandInOrderOfProvinceAndCode() =>
        Assert.Equal(Words.Districts.OrderBy(d => d.ProvinceCode).ThenBy(d => d.Code), Words.Districts);

    [Fact]
    public void DistrictPopulations_AddUpToTheirProvince() =>
        Assert.All(Words.Provinces, p => Assert.Equal(p.Population2025, Words.DistrictsOf(p.Code).Sum(d => d.Population2025)));

    [Fact]
    public void Types_HaveAtLeast18HeadingsAnd130Topics()
    {
        Assert.InRange(Words.Headings.Count(), 18, int.MaxValue);
        Assert.InRange(Words.Topics.Count(), 130, int.MaxValue);
    }

    [Fact]
    public void Topics_FollowTheirHeadingAndFitATableCell()
    {
        string? heading = null;
        foreach (var type in Words.Types)
        {
            heading = type.IsHeading ? type.Code : heading;
            Assert.Equal(heading, type.HeadingCode);
            Assert.StartsWith(heading!, type.Code, StringComparison.Ordinal);
            Assert.InRange(type.NameTr.Length, 3, 45);
        }
        Assert.Equal(Words.Types.Count, Words.Types.Select(t => t.NameTr).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("EMN-01")] // threats
    [InlineData("SAG-02")] // treatment
    [InlineData("SOS-06")] // disability pension
    public void TopicsOfDangerAndHealth_AreLeftToPeople(string type) => Assert.True(Words.Types[type].PeopleDecide);

    [Fact]
    public void UnknownCode_IsAUserError()
    {
        Assert.Null(Words.Types.Find("XYZ"));
        Assert.False(Words.Kinds.Contains(null));
        Assert.Throws<UserError>(() => Words.Types["XYZ"]);
    }

    [Theory]
    [InlineData(2026, "0-17")]
    [InlineData(2009, "0-17")]
    [InlineData(2008, "18-24")]
    [InlineData(1962, "55-64")]
    [InlineData(1961, "65+")]
    [InlineData(1900, "65+")]
    public void AgeBand_IsThatOfTheDifferenceOfYears(int birthYear, string band) =>
        Assert.Equal(band, AgeBand.Of(birthYear, new DateOnly(2026, 11, 23)).Code);

    [Fact]
    public void AgeBand_OfTheUnborn_IsAUserError() => Assert.Throws<UserError>(() => AgeBand.Of(2027, new DateOnly(2026, 12, 31)));

    [Fact]
    public void AgeBands_LeaveNoGap() =>
        Assert.All(Words.AgeBands.Zip(Words.AgeBands.Skip(1)), pair => Assert.Equal(pair.First.ToAge + 1, pair.Second.FromAge));
}
