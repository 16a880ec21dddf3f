using AcikKapi.Warehouse;

namespace AcikKapi.Cli;

/// <summary>ACIKKAPI_HOME: the folder that holds everything one installation makes. Two homes never touch each other.</summary>
sealed record Home(string Folder)
{
    public static Home Default { get; } = new(Path.GetFullPath(Environment.GetEnvironmentVariable("ACIKKAPI_HOME") ?? ".acikkapi"));

    /// <summary>The demo lives in a home of its own, so that sample data never meets real applications.</summary>
    public Home Demo => new(Path.Combine(Folder, "demo"));

    public Home Bench => new(Path.Combine(Folder, "bench"));

    /// <summary>The test run's own PostgreSQL.</summary>
    public Home Tests => new(Path.Combine(Folder, "tests"));

    public bool IsDemo => Path.GetFileName(Folder) == "demo";

    /// <summary>Of its PostgreSQL. The tests run dozens of intakes on one server, each with a pool of its own.</summary>
    public int MostConnections => Path.GetFileName(Folder) == "tests" ? 500 : 100;

    public string Postgres => Path.Combine(Folder, "postgres");
    public string Keys => Path.Combine(Folder, "keys");
    public string WorkbenchCuts => Path.Combine(Folder, "workbench");
    public string Out => Path.Combine(Folder, "out");
    public string BriefManifest => Path.Combine(Folder, "briefs.json");
    public string Recipients => Path.Combine(Folder, "recipients.csv");
    public string Sms => Path.Combine(Folder, "sms");
    public string Logs => Path.Combine(Folder, "logs");
    public string Servers => Path.Combine(Folder, "servers.json");

    public WarehousePaths Warehouse => new(Path.Combine(Folder, "warehouse"));
}
