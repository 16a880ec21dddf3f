using AcikKapi.Tests.Support;

namespace AcikKapi.Tests.Star;

/// <summary>One published warehouse for all tests that only read.</summary>
public sealed class SmallWarehouseFixture : IDisposable
{
    public SmallWarehouse Small { get; } = SmallWarehouse.Create();

    public string[] Published(string sql) => DuckDbRows.Read(Small.Paths.Published, sql);

    public string[] Ministry(string sql) => DuckDbRows.Read(Small.Paths.Ministry, sql);

    public string[] Exact(string sql) => DuckDbRows.Read(Small.Paths.Warehouse, sql);

    public void Dispose() => Small.Dispose();
}
