using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Classification;

/// <summary>Real texts that may not be carried in the project: found through ACIKKAPI_TEST_DATA, else beside it.</summary>
static class TestData
{
    public static string Find(string path)
    {
        var folder = Environment.GetEnvironmentVariable("ACIKKAPI_TEST_DATA") ?? Path.Combine(Repository.Root, "..", "shared", "data");
        var file = Path.Combine(folder, path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not there; ACIKKAPI_TEST_DATA names its folder");
        return file;
    }
}
