namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>How far one PDF may grow when it is opened: a few kilobytes can hold gigabytes of zeros, or millions of lists in lists.</summary>
sealed class PdfBudget
{
    int objects = 1_000_000;
    int bytes = 64 * 1024 * 1024;

    static RefusedFileException Spent => new("PDF açıldığında aşırı büyüyor. Dosyayı küçültüp yeniden deneyin.");

    public void TakeObject()
    {
        if (--objects < 0) throw Spent;
    }

    public void TakeBytes(int count)
    {
        if ((bytes -= count) < 0) throw Spent;
    }
}
