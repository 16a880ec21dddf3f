using System.Runtime.InteropServices;

namespace AcikKapi.Domain.Classification;

/// <summary>A model as bytes: the same model, the same bytes.</summary>
public static class ModelFile
{
    public const int Format = 3; // 2 knew texts that were not scrubbed a second time

    public static void Write(TextClassifier classifier, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(classifier.Calibration.Temperature);
        writer.Write(classifier.Calibration.Threshold);
        writer.Write(classifier.Calibration.HeadingThreshold);
        writer.Write(classifier.Labels.Count);
        foreach (var label in classifier.Labels) writer.Write(label);
        writer.Write(classifier.Terms.Terms.Length);
        writer.Write(MemoryMarshal.AsBytes<ulong>(classifier.Terms.Terms));
        writer.Write(MemoryMarshal.AsBytes(classifier.Terms.Rarity));
        writer.Write(MemoryMarshal.AsBytes<float>(classifier.Model.Biases));
        writer.Write(MemoryMarshal.AsBytes<float>(classifier.Model.Weights));
    }

    public static TextClassifier Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Format) throw new InvalidDataException("The model file is of another version.");
        var calibration = new Calibration(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var terms = reader.ReadInt32();
        return new TextClassifier(
            new TermList(Many<ulong>(stream, terms), Many<float>(stream, terms)),
            Weights(stream, labels.Length, terms), labels, calibration);
    }

    static LinearModel Weights(Stream stream, int labels, int terms)
    {
        var biases = Many<float>(stream, labels);
        return new LinearModel(Many<float>(stream, labels * terms), biases);
    }

    static T[] Many<T>(Stream stream, int count) where T : unmanaged
    {
        var values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<T>(values)));
        return values;
    }
}
