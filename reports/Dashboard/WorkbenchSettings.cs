using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Warehouse;

namespace AcikKapi.Dashboard;

/// <summary>What the environment says; see docs/operations.md for the variables.</summary>
/// <param name="Keys">The home's keys, of which the workbench reads those of the sign-in cookie.</param>
/// <param name="Intake">Where the intake answers this program.</param>
/// <param name="IntakeSeenByBrowsers">The same for browsers: an address, or nothing where one proxy serves both under one name.</param>
/// <param name="Cuts">A folder of its own, emptied at start: the copies of the published files, one a place.</param>
/// <param name="Briefs">Where the printed briefs lie.</param>
public sealed record WorkbenchSettings(int Port, string Keys, Uri Intake, string IntakeSeenByBrowsers, WarehousePaths Warehouse, string Cuts, string Briefs)
{
    /// <exception cref="UserError">A variable is missing or is not what it should be.</exception>
    public static WorkbenchSettings FromEnvironment()
    {
        var intake = Required("ACIKKAPI_INTAKE_URL");
        return new WorkbenchSettings(
            int.TryParse(Environment.GetEnvironmentVariable("ACIKKAPI_WORKBENCH_PORT") ?? "5090", NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
                ? port : throw new UserError("ACIKKAPI_WORKBENCH_PORT must be a number from 0 to 65535."),
            Required("ACIKKAPI_KEYS"),
            Uri.TryCreate(intake, UriKind.Absolute, out var address) ? address : throw new UserError($"ACIKKAPI_INTAKE_URL: '{intake}' is no address."),
            (Environment.GetEnvironmentVariable("ACIKKAPI_INTAKE_PUBLIC_URL") ?? intake).TrimEnd('/'),
            new WarehousePaths(Required("ACIKKAPI_WAREHOUSE")),
            Required("ACIKKAPI_WORKBENCH_CUTS"),
            Required("ACIKKAPI_BRIEFS"));
    }

    static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UserError($"{name} is not set.");
}
