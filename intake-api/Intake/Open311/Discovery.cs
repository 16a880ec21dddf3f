using System.Globalization;

namespace AcikKapi.Intake.Open311;

/// <summary>GET /open311/v2/discovery.{format} (Open311 wiki, Service Discovery).</summary>
public sealed class Discovery(IntakeSettings settings)
{
    /// <summary>Services and attributes change with the program: the day it was installed.</summary>
    static readonly string Changeset =
        File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, "AcikKapi.Domain.dll")).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public Answer Describe(HttpRequest request) => Answer.Ok(Item.Branch("discovery",
        Item.Leaf("changeset", Changeset),
        Item.Leaf("contact", "Valiliğin Açık Kapı bürosu"),
        Item.Leaf("key_service", "Anahtar için valiliğin Açık Kapı bürosuna başvurun; anahtar bir kez verilir."),
        Item.List("endpoints",
        [
            Item.Branch("endpoint",
                Item.Leaf("specification", "http://wiki.open311.org/GeoReport_v2"),
                Item.Leaf("url", $"{request.Scheme}://{request.Host}/open311/v2"),
                Item.Leaf("changeset", Changeset),
                Item.Leaf("type", settings.Demo ? "test" : "production"),
                Item.List("formats", [Item.Leaf("format", "text/xml"), Item.Leaf("format", "application/json")])),
        ])));
}
