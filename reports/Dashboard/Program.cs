using AcikKapi.Dashboard;
using AcikKapi.Dashboard.Http;
using AcikKapi.Domain;

try
{
    await using var server = WorkbenchServer.Build(WorkbenchSettings.FromEnvironment());
    await server.StartAsync();
    await Console.Error.WriteLineAsync($"Listening on {string.Join(", ", server.Urls)}");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is UserError or IOException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
