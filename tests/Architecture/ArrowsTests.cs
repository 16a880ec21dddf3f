using System.Xml.Linq;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Architecture;

/// <summary>The arrows of docs/adr/0001: which room may know which.</summary>
public sealed class ArrowsTests
{
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Domain"] = [],
        ["Intake"] = ["Domain"],
        ["Simulator"] = ["Domain"],
        ["Warehouse"] = ["Domain"],
        ["Ingest"] = ["Domain", "Warehouse"],
        ["Analytics"] = ["Domain", "Warehouse"],
        ["Reports"] = ["Domain", "Warehouse"],
        ["Dashboard"] = ["Domain", "Reports", "Warehouse"],
        ["Cli"] = ["Analytics", "Domain", "Ingest", "Reports", "Simulator", "Warehouse"],
        ["Tests"] = ["Analytics", "Cli", "Dashboard", "Domain", "Ingest", "Intake", "Reports", "Simulator", "Warehouse"],
    };

    static readonly string[] PostgresRooms = ["Cli", "Ingest", "Intake", "Simulator", "Tests"];
    static readonly string[] DuckDbRooms = ["Analytics", "Cli", "Dashboard", "Ingest", "Reports", "Tests", "Warehouse"];
    static readonly string[] LearningRooms = ["Analytics"];

    public static TheoryData<string> Rooms => [.. Projects().Keys];

    [Fact]
    public void EveryRoom_IsInTheDrawing() =>
        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Projects().Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Rooms))]
    public void Room_PointsOnlyWhereTheDrawingSays(string room) =>
        Assert.Equal(Arrows[room], Named(Projects()[room], "ProjectReference").Select(Room).Order(StringComparer.Ordinal));

    [Fact]
    public void PostgreSql_IsKnownToTheIntakeSideOnly() => Assert.Equal(PostgresRooms, RoomsThatUse("Npgsql"));

    [Fact]
    public void DuckDb_IsNeverLoadedByTheIntake() => Assert.Equal(DuckDbRooms, RoomsThatUse("DuckDB.NET.Data.Full"));

    [Fact]
    public void Learning_StaysInAnalytics() => Assert.Equal(LearningRooms, RoomsThatUse("Microsoft.ML"));

    static IEnumerable<string> RoomsThatUse(string package) =>
        Projects().Where(p => Named(p.Value, "PackageReference").Contains(package)).Select(p => p.Key).Order(StringComparer.Ordinal);

    static Dictionary<string, XDocument> Projects() =>
        Directory.EnumerateFiles(Repository.Root, "AcikKapi.*.csproj", SearchOption.AllDirectories)
            .ToDictionary(Room, XDocument.Load, StringComparer.Ordinal);

    static IEnumerable<string> Named(XDocument project, string element) =>
        project.Descendants(element).Select(e => (string)e.Attribute("Include")!);

    static string Room(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["AcikKapi.".Length..];
}
