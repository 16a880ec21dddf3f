namespace AcikKapi.Domain;

/// <summary>What the user can mend, in one clear sentence that carries no personal data. The command line prints it and exits 1.</summary>
public sealed class UserError(string message, Exception? inner = null) : Exception(message, inner);
