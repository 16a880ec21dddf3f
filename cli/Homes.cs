namespace AcikKapi.Cli;

static class Homes
{
    /// <summary>The home, its demo's and its tests': what `down` stops and `status` shows.</summary>
    public static IEnumerable<Home> WithServers =>
        new[] { Home.Default, Home.Default.Demo, Home.Default.Tests }.Where(home => Directory.Exists(home.Folder));
}
