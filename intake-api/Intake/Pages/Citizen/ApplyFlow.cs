using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Pages.Shared;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>One of the doors of the same form: on one's own device, in the bureau's hall, the tip-off line.</summary>
/// <param name="Kind">tip_off where it is fixed; null: the applicant chooses.</param>
public sealed record ApplyFlow(string Address, string Channel, PageKind Page, string? Kind)
{
    public static readonly ApplyFlow Web = new("/basvuru", "web", PageKind.Citizen, null);
    public static readonly ApplyFlow TipOff = new("/ihbar", "web", PageKind.Citizen, Submission.TipOff);
    public static readonly ApplyFlow Kiosk = new("/kiosk/basvuru", "kiosk", PageKind.Kiosk, null);
    public static readonly ApplyFlow KioskTipOff = new("/kiosk/ihbar", "kiosk", PageKind.Kiosk, Submission.TipOff);

    public bool IsTipOff => Kind == Submission.TipOff;
    public bool IsKiosk => Page == PageKind.Kiosk;
}
