using AcikKapi.Intake.TipOffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>The message box behind a tip-off, for whoever holds its number and the key of its receipt.</summary>
public sealed class BoxPage(MessageBox box)
{
    public static IResult Ask(bool kiosk) => Page.Of<BoxAsk>(new { Kiosk = kiosk, Form = FormState.Empty });

    public async Task<IResult> PostAsync(bool kiosk, bool write, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var (number, key) = (new string([.. form["trackingNumber"].Where(char.IsAsciiDigit)]), form["boxKey"].Trim());
        // What a header cannot carry is no key.
        http.Request.Headers[BoxKey.Header] = key.All(c => c is > ' ' and < '\x7f') ? key : "";
        var written = write ? await box.WriteAsync(number, http.Becomes(FormJson.Of(form, "text")), stop) : null;
        var read = await box.ReadAsync(number, http, stop);
        if (read is ProblemHttpResult refused)
            return Page.Of<BoxAsk>(new { Kiosk = kiosk, Form = refused.StatusCode == StatusCodes.Status404NotFound ? form.WithError("boxKey", "Bu numara ve anahtarla bir kutu yok. İkisini de alındıdan denetleyin.") : form.With(refused) }, refused.StatusCode);
        return Page.Of<BoxMessages>(new
        {
            Kiosk = kiosk, Number = number, Key = key, Messages = Page.ValueOf<IEnumerable<BoxMessage>>(read)!.ToList(), Form = written is ProblemHttpResult problem ? form.With(problem) : FormState.Empty,
        });
    }
}
