using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>What came with an application and goes along to another province: its files, later additions, and a tip-off's message box.</summary>
sealed record HandedOverThings(IReadOnlyList<HandedOverThings.File> Files, IReadOnlyList<HandedOverThings.Addition> Additions, IReadOnlyList<HandedOverThings.Message> Messages)
{
    /// <param name="old">province and application.</param>
    public static async Task<HandedOverThings> ReadAsync(PlaceWork work, object old) => new(
        await work.ListAsync<File>("Attachments/ReadHandedOver.sql", old), await work.ListAsync<Addition>("Open311/ReadHandedOver.sql", old), await work.ListAsync<Message>("TipOffs/ListMessages.sql", old));

    /// <param name="reseal">Of sealed contents; any other as it is.</param>
    public async Task WriteAsync(PlaceWork work, int province, long application, Func<byte[], byte[]> reseal)
    {
        if (Files.Count > 0) await work.ExecuteAsync("Attachments/AddHandedOver.sql", new
        {
            province, application, nos = Files.Select(f => f.AttachmentNo).ToArray(), types = Files.Select(f => f.MediaType).ToArray(), bytes = Files.Select(f => f.Bytes).ToArray(),
            contents = Files.Select(f => reseal(f.Content)).ToArray(), days = Files.Select(f => f.AddedOn).ToArray(),
        });
        if (Additions.Count > 0) await work.ExecuteAsync("Open311/AddHandedOver.sql", new
        {
            province, application, nos = Additions.Select(a => a.CommentNo).ToArray(), ids = Additions.Select(a => a.UpdateId).ToArray(),
            instants = Additions.Select(a => a.At).ToArray(), bodies = Additions.Select(a => a.Body).ToArray(),
        });
        if (Messages.Count > 0) await work.ExecuteAsync("TipOffs/AddHandedOver.sql", new
        {
            province, application, nos = Messages.Select(m => m.MessageNo).ToArray(), byBureau = Messages.Select(m => m.ByBureau).ToArray(),
            days = Messages.Select(m => m.OnDay).ToArray(), boxes = Messages.Select(m => reseal(m.SealedText)).ToArray(),
        });
    }

    // Properties, not parameters: Dapper finds no constructor for arrays.
    internal sealed record File
    {
        public short AttachmentNo { get; init; }
        public string MediaType { get; init; } = "";
        public int Bytes { get; init; }
        public byte[] Content { get; init; } = [];
        public DateOnly AddedOn { get; init; }
    }

    internal sealed record Addition(short CommentNo, string UpdateId, DateTime At, string Body);

    internal sealed record Message
    {
        public short MessageNo { get; init; }
        public bool ByBureau { get; init; }
        public DateOnly OnDay { get; init; }
        public byte[] SealedText { get; init; } = [];
    }
}
