using System.Security.Cryptography;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Access;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.TipOffs;

/// <summary>What is sent to POST /v1/tip-offs/{trackingNumber}/messages.</summary>
public sealed record BoxSubmission(string Text);

/// <param name="From"><c>sender</c> or <c>bureau</c>.</param>
/// <param name="Day">Local day; the hour is kept nowhere.</param>
public sealed record BoxMessage(short No, string From, DateOnly Day, string Text);

/// <summary>
/// The two-way box behind a tip-off's receipt. Its sender writes and reads with the key of the receipt, without a name; bureau and
/// executive write with their token and read with a reason that is logged. A wrong key, an unknown number and an application that
/// is no tip-off are answered alike.
/// </summary>
public sealed class MessageBox(PlaceTransaction database, AuthenticateStaff staff, LoggedOpening opening, TipOffSeal seal, TimeProvider time)
{
    const int LongestText = 4000;
    const int MostMessages = 200;

    static readonly byte[] NoKey = BoxKey.Hash("");

    // Properties, not parameters: Dapper finds no constructor for arrays.
    sealed record Row
    {
        public short MessageNo { get; init; }
        public bool ByBureau { get; init; }
        public DateOnly OnDay { get; init; }
        public byte[] SealedText { get; init; } = [];
    }

    sealed record Box
    {
        public long ApplicationId { get; init; }
        public string BureauCode { get; init; } = "";
        public byte[]? BoxKeyHash { get; init; }
        public string? HandedOverTo { get; init; }
    }

    /// <summary>For its sender.</summary>
    public async Task<IResult> ReadAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        if (await IsSenderAsync(http, stop))
            return await database.RunAsync(province, async work => await FindAsync(work, province, trackingNumber, http) is not { } box ? Problems.NotFound
                : MovedOn(box) ?? TypedResults.Ok(await MessagesAsync(work, province, box.ApplicationId, box.BureauCode, trackingNumber)), stop, sealedToo: true);
        return Problems.Refused(await staff.FromAsync(http.Request, stop) is null ? Authorization.NoToken
            : new Refusal(StatusCodes.Status403Forbidden, "Görevli kutuyu nedenini yazarak açar: POST …/messages/openings; her açılış kaydedilir."));
    }

    /// <summary>For bureau and executive.</summary>
    public Task<IResult> OpenAsync(string trackingNumber, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, AccessEntry.TipOffBox, async (work, tipOff, officer) =>
        !tipOff.IsTipOff ? null
        : Authorization.ToCorrespond(officer) is { } refusal ? Problems.Refused(refusal)
        : TypedResults.Ok(await MessagesAsync(work, tipOff.ProvinceCode, tipOff.ApplicationId, tipOff.BureauCode, trackingNumber)), stop);

    public async Task<IResult> WriteAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var isSender = await IsSenderAsync(http, stop);
        var officer = isSender ? null : await staff.FromAsync(http.Request, stop);
        if (!isSender && (Authorization.ToOpen(officer, province) ?? Authorization.ToCorrespond(officer!)) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var text = new JsonFields(json, "", errors).Text("text", LongestText, required: true, lines: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync<IResult>(province, async work =>
        {
            var box = officer is null ? await FindAsync(work, province, trackingNumber, http) : await FindForAsync(work, province, trackingNumber, officer);
            if (box is null) return Problems.NotFound;
            var handedOverTo = await work.FindAsync<string>("TipOffs/LockBox.sql", new { province, application = box.ApplicationId });
            if (MovedOn(box with { HandedOverTo = handedOverTo }) is { } moved) return moved;
            var written = await work.ExecuteAsync("TipOffs/AddMessage.sql", new
            {
                province, application = box.ApplicationId, byBureau = officer is not null, day = IstanbulTime.DayOf(time.GetUtcNow()),
                box = seal.Close(box.BureauCode, trackingNumber, text!), most = MostMessages,
            });
            return written == 0 ? NextSteps.Refused($"Bu ihbarın kutusu dolu: en çok {MostMessages} mesaj.") : TypedResults.Created($"/v1/tip-offs/{trackingNumber}/messages");
        }, stop, sealedToo: officer is null || Authorization.SeesSealed(officer));
    }

    /// <summary>Null without the box's own key.</summary>
    static async Task<Box?> FindAsync(PlaceWork work, int province, string number, HttpContext http)
    {
        var box = await work.FindAsync<Box>("TipOffs/FindBox.sql", new { province, number = province == 0 ? "" : number });
        var isKey = CryptographicOperations.FixedTimeEquals(BoxKey.Hash(http.Request.Headers[BoxKey.Header].ToString()), box?.BoxKeyHash ?? NoKey);
        return isKey && box?.BoxKeyHash is not null ? box : null;
    }

    /// <summary>Null where it is not the officer's to read.</summary>
    static async Task<Box?> FindForAsync(PlaceWork work, int province, string number, StaffMember officer)
    {
        var box = await work.FindAsync<Box>("TipOffs/FindBox.sql", new { province, number });
        var tipOff = box is null ? null : await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number });
        return tipOff is not null && Authorization.ToReadWords(officer, tipOff) is null ? box : null;
    }

    async Task<IEnumerable<BoxMessage>> MessagesAsync(PlaceWork work, int province, long application, string bureau, string number) =>
        (await work.ListAsync<Row>("TipOffs/ListMessages.sql", new { province, application }))
            .Select(r => new BoxMessage(r.MessageNo, r.ByBureau ? "bureau" : "sender", r.OnDay, seal.Open(bureau, number, r.SealedText))).ToList();

    /// <summary>A tip-off that was handed over took its box with it; the sender's key opens it there.</summary>
    static IResult? MovedOn(Box box) => box.HandedOverTo is { } number ? NextSteps.Refused($"İhbar başka bir ile aktarıldı; kutusu aynı anahtarla {number} numarası altındadır.") : null;

    /// <summary>A cookie comes along unasked, so whoever shows a key is the sender all the same; a token is meant, and one that ran out must not be taken for the sender's.</summary>
    async Task<bool> IsSenderAsync(HttpContext http, CancellationToken stop) =>
        http.Request.Headers.Authorization.Count == 0 && (http.Request.Headers.ContainsKey(BoxKey.Header) || await staff.FromAsync(http.Request, stop) is null);
}
