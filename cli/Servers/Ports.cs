using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AcikKapi.Cli.Servers;

static class Ports
{
    /// <summary>The port an environment variable or the default asks for, or a free one where that is taken.</summary>
    public static int Wanted(string variable, int otherwise)
    {
        var wanted = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
        return wanted > 0 && IsFree(wanted) ? wanted : Free();
    }

    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
