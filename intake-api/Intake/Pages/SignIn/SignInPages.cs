using AcikKapi.Domain.Text;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Staff.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace AcikKapi.Intake.Pages.SignIn;

/// <summary>Signing in and out, taking an account over, a new password.</summary>
public sealed class SignInPages(SignInStaff signIn, EnrolStaff enrol, ChangePassword change, Sessions sessions, AuthenticateStaff staff)
{
    const string Wrong = "Kullanıcı adı, parola ya da kod doğru değil. Beş yanlış denemeden sonra hesap 15 dakika kapanır.";

    public static IResult Ask(HttpContext http) => Page.Of<SignInAsk>(new
    {
        Form = http.Request.Query["hata"].ToString() switch
        {
            "saglayici" => FormState.Empty with { Problem = "Kurumunuzun giriş hizmeti girişi tamamlamadı. Yeniden deneyin." },
            "hesap" => FormState.Empty with { Problem = "Bu kişi için burada açık bir hesap yok ya da hesabın ikinci adımı kurulmamış. Yöneticinize başvurun." },
            _ => FormState.Empty,
        },
        ReturnTo = Own(http.Request.Query["donus"]),
    });

    public async Task<IResult> PasswordAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await signIn.WithPasswordAsync(http, TurkishText.FoldToAscii(form["signInName"].Trim()), form["password"], stop);
        return answer.Result == SignInResult.Refused
            ? Page.Of<SignInAsk>(new { Form = (FormState.Empty with { Problem = Wrong }).WithValue("signInName", form["signInName"]), ReturnTo = Own(form["donus"]) }, StatusCodes.Status422UnprocessableEntity)
            : AfterFirstStep(answer, form["donus"]);
    }

    public async Task<IResult> CodeAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await signIn.WithCodeAsync(http, form["bilet"], form["code"], stop);
        return answer.Result switch
        {
            SignInResult.Done => Page.To(Own(form["donus"])),
            SignInResult.NeedsCode => Page.Of<SignInCode>(new { Ticket = form["bilet"], Form = FormState.Empty.WithError("code", Wrong), ReturnTo = Own(form["donus"]) }, StatusCodes.Status422UnprocessableEntity),
            _ => Page.To("/giris"),
        };
    }

    /// <summary>In, or on to the code.</summary>
    public static IResult AfterFirstStep(SignInAnswer answer, string? returnTo) => answer.Result switch
    {
        SignInResult.Done => Page.To(Own(returnTo)),
        SignInResult.NeedsCode => Page.Of<SignInCode>(new { Ticket = answer.Ticket!, Form = FormState.Empty, ReturnTo = Own(returnTo) }),
        _ => Page.To("/giris?hata=hesap"),
    };

    public static IResult AskProvider(HttpContext http, IntakeSettings settings) => settings.Oidc is null
        ? Page.To("/giris")
        : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Own(http.Request.Query["donus"]) }, [ExternalSignIn.Scheme]);

    public async Task<IResult> OutAsync(HttpContext http, CancellationToken stop)
    {
        await sessions.EndAsync(http, stop);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Page.To("/giris?tamam=cikis");
    }

    public static IResult AskEnrolment() => Page.Of<EnrolAsk>(new { Form = FormState.Empty });

    public async Task<IResult> EnrolAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var isSecond = form["bilet"].Length > 0;
        var answer = isSecond ? await enrol.FinishAsync(form["bilet"], form["signInName"], form["code"], stop)
            : await enrol.BeginAsync(TurkishText.FoldToAscii(form["signInName"].Trim()), form["kayitKodu"], form["password"], stop);
        if (answer.IsDone) return Page.To("/giris?tamam=kayit");
        if (answer.Ticket is not null)
            return Page.Of<EnrolApp>(new { answer.Ticket, Name = answer.SignInName!, Secret = answer.Secret!, Form = answer.Why is null ? FormState.Empty : FormState.Empty.WithError("code", answer.Why) },
                answer.Why is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        return Page.Of<EnrolAsk>(new { Form = (FormState.Empty with { Problem = answer.Why }).WithValue("signInName", form["signInName"]).WithValue("kayitKodu", form["kayitKodu"]) }, StatusCodes.Status422UnprocessableEntity);
    }

    public static IResult AskPassword() => Page.Of<PasswordAsk>(new { Form = FormState.Empty });

    public async Task<IResult> ChangePasswordAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        if (await staff.FromAsync(http.Request, stop) is not { } officer) return Page.To("/giris");
        if (await change.RunAsync(officer, form["eskiParola"], form["password"], stop) is { } why)
            return Page.Of<PasswordAsk>(new { Form = FormState.Empty with { Problem = why } }, StatusCodes.Status422UnprocessableEntity);
        return Page.To("/giris?tamam=parola");
    }

    /// <summary>Only an address of this site: nobody is led elsewhere after signing in.</summary>
    public static string Own(string? address) =>
        address is { Length: > 1 } && address[0] == '/' && address[1] is not ('/' or '\\') && !address.Contains('\n', StringComparison.Ordinal) && !address.Contains('\r', StringComparison.Ordinal) ? address : "/gorevli";
}
