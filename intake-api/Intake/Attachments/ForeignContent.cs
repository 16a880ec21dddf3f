using System.Text;

namespace AcikKapi.Intake.Attachments;

/// <summary>What somebody hides behind a picture's end on purpose: it would be cut off anyway, but whoever sends it is told no.</summary>
static class ForeignContent
{
    static readonly byte[][] Marks = [.. new[] { "PK\u0003\u0004", "PK\u0005\u0006", "%PDF", "<script", "<?php", "<html", "<svg", "\u007FELF", "Rar!" }.Select(Encoding.Latin1.GetBytes)];

    /// <exception cref="RefusedFileException">An archive, a document, a script or a program.</exception>
    public static void Refuse(ReadOnlySpan<byte> behindTheEnd)
    {
        foreach (var mark in Marks)
            if (behindTheEnd.IndexOf(mark) >= 0) throw RefusedFileException.Foreign;
    }
}
