using AcikKapi.Domain;
using AcikKapi.Domain.Identity;

namespace AcikKapi.Simulator.History;

/// <summary>The home's pseudonym.key, as the intake reads it: a citizen who comes again over HTTP is the same person.</summary>
static class PseudonymKey
{
    const byte KeyId = 1;

    public static Pseudonymizer Read(string keysFolder)
    {
        var file = Path.Combine(keysFolder, "pseudonym.key");
        return File.Exists(file)
            ? new Pseudonymizer(Convert.FromBase64String(File.ReadAllText(file).Trim()), KeyId)
            : throw new UserError($"{file} is missing: run the intake's 'migrate' first.");
    }
}
