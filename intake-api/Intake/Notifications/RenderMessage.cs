using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace AcikKapi.Intake.Notifications;

/// <summary>What a message may speak of: nothing of a person.</summary>
public sealed record MessageFacts(string Number, DateOnly DueOn, string? Unit, string? Successor, bool IsDiscreet);

/// <summary>An SMS out of its template; old versions stay, so that a message waiting since yesterday reads as it was meant.</summary>
public static class RenderMessage
{
    static readonly ConcurrentDictionary<MessageTemplate, string> Templates = new();

    /// <exception cref="InvalidOperationException">There is no such template.</exception>
    public static string Run(MessageTemplate template, MessageFacts facts) => Templates.GetOrAdd(template, Read)
        .Replace("{number}", facts.Number, StringComparison.Ordinal)
        .Replace("{due}", facts.DueOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        // Where a tip-off or a sealed application lies is nobody's business who looks over a shoulder.
        .Replace("{unit}", facts.IsDiscreet || facts.Unit is null ? "ilgili makam" : facts.Unit, StringComparison.Ordinal)
        .Replace("{successor}", facts.Successor, StringComparison.Ordinal);

    static string Read(MessageTemplate template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Notifications/Templates/{template.Code}.v{template.Version}.txt");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
