using Xunit;

namespace AcikKapi.Tests.Intake;

public static class Responses
{
    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
