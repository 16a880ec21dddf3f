namespace AcikKapi.Simulator.Texts;

/// <summary>Whoever writes, as far as texts care: what may slip into them, and the hand. The phone is +905…</summary>
public sealed record Person(string NationalId, string FirstName, string LastName, string Phone, Handwriting Hand);

/// <summary>Where it is written and whom it concerns. Both end in -(s)I, as all such names do: Karakuyu Mahallesi, Iğdır Belediyesi.</summary>
public sealed record Scene(string Place, string Office);
