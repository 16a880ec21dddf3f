using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AcikKapi.Tests.Intake.Attachments;

/// <summary>PDFs by hand, right but for what a test puts in.</summary>
static class Pdfs
{
    /// <param name="more">Into the catalog.</param>
    /// <param name="page">Into the page.</param>
    /// <param name="objects">From 4 on, each whole: dictionary and stream.</param>
    public static byte[] OfOnePage(string more = "", string page = "", params byte[][] objects) => Of([
        Text($"<< /Type /Catalog /Pages 2 0 R {more} >>"), Text("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >>"), Text($"<< /Type /Page /Parent 2 0 R {page} >>"), .. objects]);

    public static byte[] Stream(string dictionary, byte[] data) => [.. Text($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];

    public static byte[] Deflated(byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return deflated.ToArray();
    }

    /// <summary>One object, number 9, in a compressed object stream.</summary>
    public static byte[] Compressed(string value, Func<byte[], byte[]>? coded = null, string filter = "/FlateDecode") =>
        Stream($"/Type /ObjStm /N 1 /First 4 /Filter {filter}", (coded ?? (data => data))(Deflated(Text("9 0 " + value))));

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    static byte[] Of(byte[][] objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var places = new List<long>();
        foreach (var value in objects)
        {
            places.Add(file.Position);
            file.Write([.. Text($"{places.Count} 0 obj\n"), .. value, .. "\nendobj\n"u8]);
        }
        var table = file.Position;
        file.Write(Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}"));
        file.Write(Text($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
