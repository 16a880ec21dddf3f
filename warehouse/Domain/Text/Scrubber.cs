namespace AcikKapi.Domain.Text;

/// <summary>Takes out of a text what names a person: see <see cref="Scrub"/>.</summary>
public static class Scrubber
{
    /// <summary>
    /// The text with national ids, phones, IBANs, plates, e-mails and the given names replaced by [TCKN], [TELEFON], [IBAN],
    /// [PLAKA], [E-POSTA], [AD]; a Turkish suffix after an apostrophe stays. Names match whatever their case and marks.
    /// Others who are named in full (first name and surname, both listed) become one [AD].
    /// </summary>
    public static string Scrub(string text, params string[] names) =>
        FullNames.Scrub(NameScrubber.Scrub(NumberScrubber.Scrub(TurkishText.Compose(text)), names));
}
