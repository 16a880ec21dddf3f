using Dapper;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>The pool all transactions share.</summary>
public static class IntakeDatabase
{
    /// <param name="most">Connections; of PostgreSQL's usual 100 the night needs some too.</param>
    public static NpgsqlDataSource Open(string connection, int most = 40)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            IncludeErrorDetail = false, // it would quote rows, and so people
            MaxAutoPrepare = 50,        // more than there are statements
            MaxPoolSize = most,
            Timeout = 5,                // seconds; a citizen gets 503 rather than a long wait
            CommandTimeout = 15,
        };
        return NpgsqlDataSource.Create(settings);
    }
}
