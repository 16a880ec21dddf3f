namespace AcikKapi.Tests.Faults;

/// <summary>
/// The figures of the fault suite, a line each: on stderr as they come, and in the file ACIKKAPI_FAULT_REPORT names, which
/// `./acikkapi test --faults` prints at the end.
/// </summary>
public static class FaultReport
{
    static readonly Lock OneAtATime = new();

    /// <param name="line">Begins with the promise: "P1 acks 20,000, lost 0 …". Never a person's words.</param>
    public static void Add(string line)
    {
        lock (OneAtATime)
        {
            Console.Error.WriteLine(line);
            if (Environment.GetEnvironmentVariable("ACIKKAPI_FAULT_REPORT") is { Length: > 0 } file) File.AppendAllText(file, line + "\n");
        }
    }
}
