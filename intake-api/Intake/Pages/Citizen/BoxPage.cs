using AcikKapi.Intake.TipOffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>The message box behind a tip-off's number, for whoever holds it.</summary>
public sealed class BoxPage(MessageBox box)
{
    public static IResult Ask(bool kiosk) => Page.Of<BoxAsk>(new { Kiosk = kiosk, Form = FormState.Empty });

    public async Task<IResult> PostAsync(bool kiosk, bool write, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var number = new string([.. form["trackingNumber"].Where(char.IsAsciiDigit)]);
        var written = write ? await box.WriteAsync(number, http.Becomes(FormJson.Of(form, "text")), stop) : null;
        var read = await box.ReadAsync(number, http, stop);
        if (read is ProblemHttpResult) return Page.Of<BoxAsk>(new { Kiosk = kiosk, Form = form.WithError("trackingNumber", "Bu numarayla bir ihbar yok.") }, StatusCodes.Status404NotFound);
        return Page.Of<BoxMessages>(new
        {
            Kiosk = kiosk, Number = number, Messages = Page.ValueOf<IEnumerable<BoxMessage>>(read)!.ToList(), Form = written is ProblemHttpResult problem ? form.With(problem) : FormState.Empty,
        });
    }
}
