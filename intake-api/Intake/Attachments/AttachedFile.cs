namespace AcikKapi.Intake.Attachments;

/// <summary>That there is a file; what is in it is opened by itself.</summary>
/// <param name="Bytes">As kept.</param>
public sealed record AttachedFile(short No, string MediaType, int Bytes, DateOnly AddedOn);
