using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;

namespace AcikKapi.Analytics.Classification;

/// <summary>models/VERSION/{model.bin,card.json}, for the owner alone. A model is never changed, only followed by another.</summary>
static class ModelStore
{
    const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The newest model that the gate let in, trained by that day with today's type list; null if there is none.</summary>
    public static ModelCard? InService(WarehousePaths paths, DateOnly by) => Cards(paths, by).FirstOrDefault(card => card.InService);

    /// <summary>The last that was trained by that day with today's type list, let in or not; null if there is none.</summary>
    public static ModelCard? Last(WarehousePaths paths, DateOnly by) => Cards(paths, by).FirstOrDefault();

    static IEnumerable<ModelCard> Cards(WarehousePaths paths, DateOnly by) => Directory.Exists(paths.Models)
        ? Directory.EnumerateFiles(paths.Models, "card.json", SearchOption.AllDirectories)
            .Select(file => JsonSerializer.Deserialize<ModelCard>(File.ReadAllText(file), Readable)!)
            .Where(card => card.TrainedOn <= by && card.TypeList == TypeList())
            .OrderByDescending(card => card.TrainedOn).ThenBy(card => card.Version, StringComparer.Ordinal)
        : [];

    public static TextClassifier Load(WarehousePaths paths, ModelCard card)
    {
        using var stream = File.OpenRead(Path.Combine(paths.Models, card.Version, "model.bin"));
        return ModelFile.Read(stream);
    }

    /// <param name="describe">The card of the version that the bytes turned out to be.</param>
    public static ModelCard Save(WarehousePaths paths, TextClassifier classifier, Func<string, ModelCard> describe)
    {
        using var bytes = new MemoryStream();
        ModelFile.Write(classifier, bytes);
        var card = describe(Hash(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        var folder = Path.Combine(paths.Models, card.Version);
        Directory.CreateDirectory(folder, OwnerReadWrite | UnixFileMode.UserExecute);
        WriteWhole(Path.Combine(folder, "model.bin"), bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        // The card last: a folder without one is no model.
        WriteWhole(Path.Combine(folder, "card.json"), JsonSerializer.SerializeToUtf8Bytes(card, Readable));
        return card;
    }

    /// <summary>Puts the weights in service where the intake reads them; a reader meets the old file or the new one.</summary>
    public static void Offer(WarehousePaths paths)
    {
        if (InService(paths, DateOnly.MaxValue) is not { } card) return;
        if (File.Exists(paths.TypeModel) && Hash(File.ReadAllBytes(paths.TypeModel)) == card.Version) return;
        WriteWhole(paths.TypeModel, File.ReadAllBytes(Path.Combine(paths.Models, card.Version, "model.bin")), OwnerReadWrite | UnixFileMode.GroupRead);
    }

    /// <summary>Stands for the list of topics and which of them people decide, and for the form of the file: a model of another is none.</summary>
    public static string TypeList() => Hash(Encoding.UTF8.GetBytes(
        $"{ModelFile.Format}\n" + string.Join('\n', Vocabulary.Current.Types.Select(t => $"{t.Code} {t.HeadingCode} {t.NameTr} {t.PeopleDecide}"))));

    static void WriteWhole(string file, ReadOnlySpan<byte> bytes, UnixFileMode mode = OwnerReadWrite)
    {
        File.WriteAllBytes(file + ".unfinished", bytes);
        File.SetUnixFileMode(file + ".unfinished", mode);
        File.Move(file + ".unfinished", file, overwrite: true);
    }

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}
