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

    /// <summary>Different ones: all are held until the last is known.</summary>
    public static int[] FreeOnes(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }

    public static bool IsFree(int port)
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
