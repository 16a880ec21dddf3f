using AcikKapi.Domain;
using MimeKit;

namespace AcikKapi.Reports.Delivery;

/// <summary>Who gets which place's briefs of which kind of period.</summary>
public sealed record Recipient(BriefScope Scope, PeriodKind Period, MailboxAddress Address);

/// <summary>recipients.csv of the home: scope,period,address (il:76,month,vali@ornek.gov.tr), the owner's alone to read.</summary>
public static class Recipients
{
    const string Header = "scope,period,address";
    const UnixFileMode Others = (UnixFileMode)0b111_111; // group and others, all rights

    /// <summary>None where there is no file.</summary>
    /// <exception cref="UserError">Others may read the file, or a line is wrong: named by its number, never by what stands in it.</exception>
    public static IReadOnlyList<Recipient> Read(string file)
    {
        if (!File.Exists(file)) return [];
        if ((File.GetUnixFileMode(file) & Others) != 0)
            throw new UserError("recipients.csv holds addresses and can be read by others; nothing was sent. Run: chmod 600 recipients.csv");
        var lines = File.ReadAllLines(file);
        if (lines.FirstOrDefault()?.Trim('\uFEFF', ' ') != Header) throw new UserError($"The first line of recipients.csv must be: {Header}");
        return [.. lines.Index().Skip(1).Where(line => line.Item.Trim().Length > 0).Select(line => Row(line.Item, line.Index + 1))];
    }

    static Recipient Row(string text, int line)
    {
        var cells = text.Split(',', StringSplitOptions.TrimEntries);
        try
        {
            if (cells.Length == 3 && Enum.TryParse<PeriodKind>(cells[1], ignoreCase: true, out var period) && MailboxAddress.TryParse(cells[2], out var address))
                return new(BriefScope.Parse(cells[0]), period, address);
        }
        catch (UserError)
        {
            // said below, without the cell
        }
        throw new UserError($"Line {line} of recipients.csv is no recipient; nothing was sent. It must look like: il:76,month,ad@kurum.gov.tr (week, month, quarter or year)");
    }
}
