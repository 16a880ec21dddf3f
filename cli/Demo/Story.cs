using System.Text.Json;

namespace AcikKapi.Cli.Demo;

/// <summary>What a demo home tells; kept in story.json once the whole story is in the database.</summary>
sealed record Story(string Scale, int Years, int History, int Posted, int Seed, DateOnly Until)
{
    public static Story? Read(Home home) =>
        File.Exists(FileOf(home)) ? JsonSerializer.Deserialize<Story>(File.ReadAllText(FileOf(home))) : null;

    public void Write(Home home) => File.WriteAllText(FileOf(home), JsonSerializer.Serialize(this));

    static string FileOf(Home home) => Path.Combine(home.Folder, "story.json");
}
