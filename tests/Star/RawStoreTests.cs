using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class RawStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("acikkapi-raw-").FullName;

    [Fact]
    public void FileFromBeforeReasonsWereLanded_GetsTheColumn_AndKeepsItsRows()
    {
        var paths = new WarehousePaths(folder);
        using (var old = DuckDb.Open(paths.Raw))
        {
            old.Execute(EmbeddedSql.Read("Raw/raw_events.sql"));
            old.Execute("alter table raw_events drop column reason_code");
            old.Execute("insert into raw_events values (76, 1, 1, 'received', timestamptz '2026-10-01 09:00:00+03', null, null, null, null, null, null)");
        }

        for (var opened = 0; opened < 2; opened++)
            using (var raw = RawStore.Open(paths))
                Assert.Equal(1, raw.Count("select count(*) from raw_events where reason_code is null"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
