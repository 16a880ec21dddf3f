using AcikKapi.Intake.Attachments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>A file for an application just made: taken out of the form and given to the API's operation as its body.</summary>
public sealed class FilePage(AddAttachment add)
{
    public async Task<IResult> PostAsync(ApplyFlow flow, HttpContext http, CancellationToken stop)
    {
        var sent = await http.Request.ReadFormAsync(stop);
        var (form, file) = (FormState.Of(sent), sent.Files.GetFile("file"));
        var number = form["trackingNumber"];
        if (file is null or { Length: 0 }) return Show(flow, number, form.WithError("file", "Bir dosya seçin."), null);
        await using var content = file.OpenReadStream();
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (content, file.Length, file.ContentType);
        return await add.RunAsync(number, http, stop) switch
        {
            ProblemHttpResult problem => Show(flow, number, form.WithError("file", Sentences.Of(problem)), null),
            IValueHttpResult<AttachmentReceipt> { Value: { } receipt } => Show(flow, number, FormState.Empty, $"{receipt.No}. dosya eklendi."),
            var other => other,
        };
    }

    static IResult Show(ApplyFlow flow, string number, FormState form, string? added) =>
        Page.Of<FileResult>(new { Flow = flow, Number = number, Form = form, Added = added }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
