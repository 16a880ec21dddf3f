using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Notifications;

/// <param name="AsSent">What Kannel sends; <paramref name="WithTurkishShift"/> what an operator with the Turkish shift table would.</param>
/// <param name="Cost">Segments as sent × the price of one; null where no price is set.</param>
public sealed record MessagePreview(string Template, short Version, string Text, SegmentCount AsSent, SegmentCount WithTurkishShift, decimal? Cost);

/// <summary>GET /v1/messages/templates: each text with sample values, its segments and its price.</summary>
public sealed class PreviewMessages(AuthenticateStaff staff, SmsSettings settings)
{
    static readonly MessageFacts Sample = new("760123456789012345", new DateOnly(2026, 12, 3), "İl Sağlık Müdürlüğü", "340123456789012345", IsDiscreet: false);

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop) =>
        Authorization.ToSeeTemplates(await staff.FromAsync(http.Request, stop)) is { } refusal
            ? Problems.Refused(refusal)
            : TypedResults.Ok(MessageTemplate.InUse.Select(Preview));

    MessagePreview Preview(MessageTemplate template)
    {
        var text = RenderMessage.Run(template, Sample);
        var sent = Segments.AsSent(text);
        return new MessagePreview(template.Code, template.Version, text, sent, Segments.WithTurkishShift(text), settings.Price * sent.Segments);
    }
}
