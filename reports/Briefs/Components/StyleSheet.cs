using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports.Components;

/// <summary>The brief's style, inline: the document must stand alone. Page margins carry its name and the page numbers.</summary>
public static class StyleSheet
{
    static readonly string Css = Read();

    public static string Of(Brief brief) =>
        $$"""
        {{Css}}
        @page {
          @bottom-left { content: "{{Escape($"{brief.Place.Office} · {PeriodText.Title(brief.Period)} · veri tarihi {Tr.Date(brief.Meta.DataDate)}{(brief.Meta.HasSimulated ? " · ÖRNEK VERİ" : "")}")}}"; }
          @bottom-right { content: "Sayfa " counter(page) " / " counter(pages); }
        }
        """;

    static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("<", "\\3c ", StringComparison.Ordinal);

    static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("brief.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
