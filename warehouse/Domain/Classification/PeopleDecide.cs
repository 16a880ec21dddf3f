using AcikKapi.Domain.Reference;

namespace AcikKapi.Domain.Classification;

/// <summary>Health, disability, threats, accusations: a machine may see them, a person decides them.</summary>
public static class PeopleDecide
{
    /// <summary>
    /// The topic that the machine may give alone, else the heading if only that is sure; null where it abstains from both or
    /// a person decides either.
    /// </summary>
    public static SureType? Unless(Prediction prediction) =>
        IsTheirs(prediction.Label) ? null
        : !prediction.Abstained ? new SureType(prediction.Label, prediction.Confidence)
        : prediction.Heading is { } heading && !IsTheirs(heading.Code) ? heading : null;

    static bool IsTheirs(string type) => Vocabulary.Current.Types[type].PeopleDecide;
}
