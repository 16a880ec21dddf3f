namespace AcikKapi.Intake.Pages.Shared;

/// <summary>For whom a page is laid out: a citizen's own device, the large screen in the bureau's hall, or staff at work.</summary>
public enum PageKind { Citizen, Kiosk, Staff }

/// <summary>The way back above a page's heading.</summary>
public sealed record BackLink(string Address, string Text = "Geri");

/// <summary>One choice of a list; <paramref name="Group"/> is its heading, if it has any.</summary>
public sealed record Choice(string Value, string Text, string? Group = null, string? Hint = null);
