using AcikKapi.Dashboard.Pages.Tables;
using AcikKapi.Dashboard.Releases;

namespace AcikKapi.Dashboard.Pages.Sql;

/// <summary>The officer's own query. It is posted, so that it stands in no address and no log.</summary>
static class SqlPage
{
    const int Longest = 10_000;

    const string Example = """
        -- Ayda gelen başvurular, kendi yeriniz
        select p.start_on as ay, k.received as gelen, k.overdue as suresi_gecen
        from pub_key_figures as k
        join dim_period as p using (period_code)
        where k.scope_code = '{0}' and p.period_kind = 'month' and p.is_complete
        order by ay desc
        limit 24
        """;

    public static IResult Ask(Visit visit) => Show(visit, string.Format(System.Globalization.CultureInfo.InvariantCulture, Example, visit.Officer.Place.Code), null);

    public static async Task<IResult> RunAsync(Visit visit, HttpContext http)
    {
        var sql = (await http.Request.ReadFormAsync(http.RequestAborted))["sorgu"].ToString();
        return Show(visit, sql, sql.Trim().Length == 0 ? QueryAnswer.Refused("Bir sorgu yazın.")
            : sql.Length > Longest ? QueryAnswer.Refused("Sorgu çok uzun.")
            : await LockedQuery.RunAsync(visit.Data.Cut, sql, http.RequestAborted));
    }

    static IResult Show(Visit visit, string sql, QueryAnswer? answer) =>
        Page.Of<SqlView>(new { Visit = visit, Sql = sql, Answer = answer, Tables = TablesPage.TablesOf(visit) }, answer?.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
