using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>Which pages each role has, in the order of its menu; the first is where it starts.</summary>
static class StaffMenu
{
    public sealed record Item(string Address, string Text, string[] Roles);

    public static readonly Item[] Items =
    [
        new("/gorevli/izleme", "Özellikli ve gizli", ["executive"]),
        new("/gorevli/birim", "Birimime gelenler", ["liaison"]),
        new("/gorevli/ekip", "Ekip ve iş yükü", ["coordinator", "executive"]),
        new("/gorevli/basvurular", "Başvurular", ["desk", "coordinator", "executive"]),
        new("/gorevli/kayit", "Yeni kayıt", ["desk", "coordinator"]),
        new("/gorevli/yol", "Yol gösterme", ["desk", "coordinator"]),
        new("/gorevli/ziyaretler", "Ziyaretler", ["field", "desk", "coordinator", "executive"]),
        new("/gorevli/gorevliler", "Görevliler", ["executive"]),
        new("/gorevli/olcutler", "Ölçütler", ["ministry"]),
        new("/gorevli/isaretler", "İşaretler", ["analyst", "executive", "ministry"]),
        new("/tezgah", "Analiz tezgâhı", ["analyst", "coordinator", "executive", "ministry"]),
        new("/gorevli/izinler", "İzin ve tatiller", ["ministry", "executive"]),
        new("/gorevli/ohal", "OHAL", ["ministry", "executive"]),
        new("/gorevli/parola", "Parola", ["desk", "liaison", "coordinator", "field", "analyst", "executive", "ministry"]),
    ];

    /// <summary>Who may sign in to these pages at all. The analyst works in the workbench, and decides on flags here.</summary>
    public static string[] Roles => RolesOf("/gorevli/parola");

    public static IEnumerable<Item> Of(StaffMember officer) => Items.Where(i => i.Roles.Contains(officer.RoleCode, StringComparer.Ordinal));

    public static string HomeOf(StaffMember officer) => Of(officer).First().Address;

    /// <summary>Where a role's applications are listed.</summary>
    public static string ListOf(StaffMember officer) => officer.RoleCode == "liaison" ? "/gorevli/birim" : Of(officer).Any(i => i.Address == "/gorevli/basvurular") ? "/gorevli/basvurular" : HomeOf(officer);

    public static string[] RolesOf(string address) => Items.First(i => i.Address == address).Roles;
}
