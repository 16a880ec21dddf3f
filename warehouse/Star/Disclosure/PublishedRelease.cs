using AcikKapi.Warehouse.Disclosure.Audit;

namespace AcikKapi.Warehouse.Disclosure;

/// <summary>published.duckdb: every cell small or rounded by the rule of Functions/disclosure.sql, table by table in Published/*.sql.</summary>
static class PublishedRelease
{
    const string Rule =
        "1–7 arası sayılar ve bunların farkla bulunmasını önlemek için seçilen az sayıda başka sayı * ile gizlenir, diğerleri 5'in en yakın katına "
        + "yuvarlanır; oranlar yuvarlanmış sayılardan hesaplanır. "
        + "Ortanca ve ortalamalar en az 20 başvurudan verilir. İhbarlarda, engelli ve hasta başvurularında sınır 10'dur, en kısa dönem üç aydır. "
        + "Ülke toplamları, bir ilin sayısını ele vermedikçe yuvarlanmaz.";

    public static (long RowsIn, long RowsOut) Write(WarehousePaths paths, DateOnly asOf, CancellationToken ct) =>
        Release.Write(paths, asOf, paths.BuildingPublished(asOf), ToldRule.Published, Rule, release =>
        {
            foreach (var path in EmbeddedSql.Below("Disclosure/Published/"))
                release.Execute($"create table {Path.GetFileNameWithoutExtension(path)} as\n{EmbeddedSql.Read(path)}");
        }, alone: "from told", ct); // as the search reads it: its own rule is all that has hidden anything yet
}
