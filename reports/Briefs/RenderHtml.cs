using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Reports.Components;
using AcikKapi.Reports.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcikKapi.Reports;

/// <summary>A brief as one HTML document that needs nothing from outside. The same model gives the same bytes.</summary>
public static partial class RenderHtml
{
    static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    public static async Task<string> RunAsync(Brief brief)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BriefDocument.Brief)] = brief });
            return (await renderer.RenderComponentAsync<BriefDocument>(parameters)).ToHtmlString();
        });
        return Letters().Replace(html, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    // The renderer writes ı as &#x131;. In a UTF-8 document a letter may stand for itself; what is below A0 stays escaped.
    [GeneratedRegex("&#x(0*(?:[A-F][0-9A-F]|[1-9A-C][0-9A-F]{2}|[1-9A-CE-F][0-9A-F]{3}));")]
    private static partial Regex Letters();
}
