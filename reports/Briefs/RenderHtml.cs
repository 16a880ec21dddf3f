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

    public static Task<string> RunAsync(Brief brief) => RunAsync<BriefDocument>(new() { [nameof(BriefDocument.Brief)] = brief });

    internal static async Task<string> RunAsync<TDocument>(Dictionary<string, object?> parameters) where TDocument : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return Letters().Replace(html, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    // The renderer writes ı as &#x131;. In a UTF-8 document a letter may stand for itself; what is below A0 stays escaped.
    [GeneratedRegex("&#x(0*(?:[A-F][0-9A-F]|[1-9A-C][0-9A-F]{2}|[1-9A-CE-F][0-9A-F]{3}));")]
    private static partial Regex Letters();
}
