using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Suggestions;

/// <summary>
/// The weights that the night puts there, read again when the file is another. One that cannot be read leaves the last one in
/// place; none, no suggestions. No words are in it: terms are known by their hashes.
/// </summary>
/// <param name="file">Null: there never is a model.</param>
public sealed class TypeModel(string? file, ILogger<TypeModel> log)
{
    readonly record struct Version(DateTime WrittenAt, long Length);

    readonly Lock reading = new();
    volatile TextClassifier? current;
    Version seen;

    public TextClassifier? Current
    {
        get
        {
            // Whoever comes while another reads takes what there is.
            if (file is not null && reading.TryEnter())
                try { ReadIfAnother(new FileInfo(file)); }
                finally { reading.Exit(); }
            return current;
        }
    }

    void ReadIfAnother(FileInfo there)
    {
        if (!there.Exists) return;
        var version = new Version(there.LastWriteTimeUtc, there.Length);
        if (version == seen) return;
        seen = version;
        try
        {
            using var stream = there.OpenRead();
            var read = ModelFile.Read(stream);
            if (read.Labels.FirstOrDefault(label => !Vocabulary.Current.Types.Contains(label)) is { } unknown) throw new InvalidDataException($"{unknown} is no type of ours.");
            current = read;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            log.LogWarning("The type model {File} cannot be read ({Reason}); suggestions go on as before. Run: ./acikkapi nightly", file, broken.Message);
        }
    }
}
