using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>One step as its applicant may see it: no person, no free text.</summary>
/// <param name="Reason">Of a rejection, from the list.</param>
/// <param name="HandedOverTo">The tracking number in the other province.</param>
public sealed record Stage(string Event, string Name, string At, string? Unit, string? Reason, string? HandedOverTo);

/// <summary>How far an application is. No personal data: whoever holds the number may see it.</summary>
public sealed record ApplicationProgress(
    string TrackingNumber, string Status, string StatusName, string ReceivedAt, DateOnly DueDate, IReadOnlyList<Stage> Stages);

/// <summary>GET /v1/applications/{trackingNumber}. Unknown and malformed numbers are asked for alike and answered alike.</summary>
public sealed class GetApplication(PlaceTransaction database)
{
    sealed record Row(string KindCode, string Status, DateTime ReceivedAt, DateOnly DueOn, string EventCode, DateTime At, string? UnitName, string? ReasonCode, string? HandedOverTo);

    public async Task<IResult> RunAsync(string trackingNumber, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province); // 0, and so no row, where it is none
        var number = province == 0 ? "" : trackingNumber;
        var rows = await database.RunAsync(province, work => work.ListAsync<Row>("Applications/GetApplication.sql", new { province, number }), stop, sealedToo: true);
        if (rows.Count == 0) return Problems.NotFound;

        var first = rows[0];
        return TypedResults.Ok(new ApplicationProgress(
            trackingNumber, first.Status, NameOf(first.Status), TurkishTime.Of(first.ReceivedAt, first.KindCode), first.DueOn,
            [.. rows.Select(r => new Stage(r.EventCode, NameOf(r.EventCode), TurkishTime.Of(r.At, r.KindCode), r.UnitName,
                r.ReasonCode is null ? null : Vocabulary.Current.RejectionReasons[r.ReasonCode].NameTr, r.EventCode == LifeCycle.Referred ? r.HandedOverTo : null))]));
    }

    static string NameOf(string code) => Vocabulary.Current.Events[code].NameTr;
}
