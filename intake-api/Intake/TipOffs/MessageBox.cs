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
/// The two-way box behind a tip-off's receipt: whoever holds the number writes and reads, without a name; the bureau writes
/// and reads with a staff token. Unknown numbers and applications that are no tip-off are answered alike.
/// </summary>
public sealed class MessageBox(PlaceTransaction database, AuthenticateStaff staff, TipOffSeal seal, AccessLog log, TimeProvider time)
{
    const int LongestText = 4000;
    const int MostMessages = 200;

    sealed record Row(short MessageNo, bool ByBureau, DateOnly OnDay, byte[] SealedText);

    public async Task<IResult> ReadAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        return await database.RunAsync<IResult>(province, async work =>
        {
            var tipOff = await FindAsync(work, province, trackingNumber);
            if (tipOff is null || MayNot(officer, province, tipOff)) return Problems.NotFound;
            var rows = await work.ListAsync<Row>("TipOffs/ListMessages.sql", new { province, application = tipOff.ApplicationId });
            if (officer is not null) await log.WriteAsync(work, province, tipOff.ApplicationId, AccessEntry.TipOffBox, officer, "İhbarın mesaj kutusu");
            return TypedResults.Ok(rows.Select(r => new BoxMessage(r.MessageNo, r.ByBureau ? "bureau" : "sender", r.OnDay, seal.Open(trackingNumber, r.SealedText))));
        }, stop, sealedToo: officer is null || Authorization.SeesSealed(officer));
    }

    public async Task<IResult> WriteAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var text = new JsonFields(json, "", errors).Text("text", LongestText, required: true, lines: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync<IResult>(province, async work =>
        {
            var tipOff = await FindAsync(work, province, trackingNumber);
            if (tipOff is null || MayNot(officer, province, tipOff)) return Problems.NotFound;
            var day = IstanbulTime.DayOf(time.GetUtcNow());
            var written = await work.ExecuteAsync("TipOffs/AddMessage.sql", new
            {
                province, application = tipOff.ApplicationId, byBureau = officer is not null, day, box = seal.Close(trackingNumber, text!), most = MostMessages,
            });
            return written == 0 ? NextSteps.Refused($"Bu ihbarın kutusu dolu: en çok {MostMessages} mesaj.") : TypedResults.Created($"/v1/tip-offs/{trackingNumber}/messages");
        }, stop, sealedToo: officer is null || Authorization.SeesSealed(officer));
    }

    // The row stays locked: two messages at once would take one number.
    static async Task<OpenApplication?> FindAsync(PlaceWork work, int province, string number)
    {
        var tipOff = province == 0 ? null : await ApplicationLog.LockAsync(work, province, number);
        return tipOff is { IsTipOff: true } ? tipOff : null;
    }

    /// <summary>Without a token it is the sender, who has the number.</summary>
    static bool MayNot(StaffMember? officer, int province, OpenApplication tipOff) =>
        officer is not null && (Authorization.ToOpen(officer, province) ?? Authorization.ToReadWords(officer, tipOff)) is not null;
}
