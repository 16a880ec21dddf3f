using Microsoft.AspNetCore.Components;

namespace AcikKapi.Intake.Pages.Shared;

/// <summary>What all fields share: name, label, hint, and what the form says of them.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Path of the JSON a program would send.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }

    /// <summary>Written behind the label: most fields are asked for because they are needed.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Shown where nothing was typed yet.</summary>
    [Parameter] public string? Otherwise { get; set; }

    /// <summary>Where one name stands on a page twice.</summary>
    [Parameter] public string? IdPrefix { get; set; }

    [CascadingParameter] public FormState State { get; set; } = FormState.Empty;

    protected string Id => IdPrefix + Words.IdOf(Name);
    protected string Value => State.Values.ContainsKey(Name) ? State[Name] : Otherwise ?? "";
    protected string? Error => State.ErrorOf(Name);
    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-ipucu",
        (null, not null) => $"{Id}-hata",
        _ => $"{Id}-ipucu {Id}-hata",
    };
    protected string FieldClass => Error is null ? "field" : "field wrong";
}
