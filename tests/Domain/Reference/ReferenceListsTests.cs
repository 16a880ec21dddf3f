using AcikKapi.Domain.Reference;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Domain.Reference;

public sealed class ReferenceListsTests
{
    public static TheoryData<string> Lists => [.. ReferenceLists.Names];

    [Theory, MemberData(nameof(Lists))]
    public void Header_IsTheColumnsOfTheTable(string list)
    {
        var sql = Directory.GetFiles(Path.Combine(Repository.Root, "intake-api/Intake/Postgres/Migrations")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines);
        var columns = sql.SkipWhile(line => line != $"create table reference.{list} (").Skip(1).TakeWhile(line => line != ");")
            .Select(line => line.Trim().Split(' ')[0]).Where(word => word is not ("unique" or "check"));

        Assert.Equal(string.Join(',', columns), Lines(list)[0]);
    }

    [Theory, MemberData(nameof(Lists))]
    public void FirstColumn_IsUnique(string list)
    {
        var codes = Lines(list).Skip(1).Select(line => line.Split(',')[0]).ToList();

        Assert.NotEmpty(codes);
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("provinces")]
    [InlineData("holidays")]
    public void LongList_IsInOrderOfItsKey(string list)
    {
        var keys = Lines(list).Skip(1).Select(line => line.Split(',')[0].PadLeft(10, '0')).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void UnknownList_IsRefused() => Assert.Throws<ArgumentException>(() => ReferenceLists.Open("province_neighbours"));

    static List<string> Lines(string list)
    {
        using var reader = new StreamReader(ReferenceLists.Open(list));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
