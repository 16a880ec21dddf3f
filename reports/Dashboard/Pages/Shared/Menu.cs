namespace AcikKapi.Dashboard.Pages.Shared;

/// <summary>The pages in the order of the menu, below the root.</summary>
static class Menu
{
    public static IEnumerable<(string Page, string Text)> All()
    {
        yield return ("", "Genel bakış");
        yield return ("/isaretler", "İşaretler");
        yield return ("/birimler", "Birimler");
        yield return ("/iller", "İlleri karşılaştır");
        yield return ("/surec", "Süreç");
        yield return ("/brifingler", "Brifingler");
        yield return ("/gorunumler", "Görünümlerim");
        yield return ("/veri", "Veri");
        yield return ("/sorgu", "SQL");
    }
}
