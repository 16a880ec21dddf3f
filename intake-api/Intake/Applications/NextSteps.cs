using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Applications;

/// <summary>The sentence of a refused step: where the application stands and what is possible from there.</summary>
public static class NextSteps
{
    public static IResult Impossible(string status)
    {
        var possible = LifeCycle.After(status).Select(Name).ToList();
        return Refused(possible.Count == 0
            ? $"Başvurunun durumu: {Name(status)}. Burada yapılabilecek başka adım yok."
            : $"Başvurunun durumu: {Name(status)}. Yapılabilecek adımlar: {string.Join(", ", possible)}.");
    }

    public static IResult Refused(string sentence) => Problems.Of(StatusCodes.Status409Conflict, "Bu adım şimdi atılamaz", sentence);

    static string Name(string code) => Vocabulary.Current.Events[code].NameTr;
}
