using System.Net;
using System.Text.RegularExpressions;
using AcikKapi.Intake.Staff.SignIn;
using AcikKapi.Tests.Intake.Pages;
using AcikKapi.Tests.Support;
using OtpNet;
using Xunit;

namespace AcikKapi.Tests.Intake.SignIn;

public sealed class SignInTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    const string Session = "__Host-acikkapi";

    [Fact]
    public async Task Desk_SignsInWithAPasswordAloneAndIsLedToItsPage()
    {
        var client = await (await Person.AddAsync(intake, "desk", "76")).SignInAsync(intake);
        Assert.Equal("/gorevli/basvurular", (await client.GetAsync("/gorevli")).Location);
        Assert.Contains("Banko görevlisi · Iğdır", PageClient.Text((await client.GetAsync("/gorevli/basvurular")).Body), StringComparison.Ordinal);
        Assert.Contains("\"role\":\"desk\"", (await client.GetAsync("/v1/me")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("executive", "76")]
    [InlineData("coordinator", "76")]
    [InlineData("analyst", "76")]
    [InlineData("ministry", null)]
    public async Task RolesThatSeeMuch_AreAskedForACodeThatCountsOnce(string role, string? place)
    {
        var person = await Person.AddAsync(intake, role, place);
        var client = new PageClient(intake);
        var first = await client.PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password));
        Assert.Null(first.Location);
        Assert.DoesNotContain(Session, client.Cookies.Keys);
        var (ticket, code) = (PageClient.Field(first.Body, "bilet"), person.CodeNow());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/giris/kod", ("bilet", ticket), ("code", code == "123456" ? "654321" : "123456"))).Status);
        Assert.Equal("/gorevli", (await client.PostAsync("/giris/kod", ("bilet", ticket), ("code", code))).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await new PageClient(intake).PostAsync("/giris/kod", ("bilet", ticket), ("code", code))).Status); // seen over the shoulder
        Assert.Equal("/giris", (await client.PostAsync("/giris/kod", ("bilet", ticket[..^4] + "AAAA"), ("code", code))).Location);
    }

    [Fact]
    public async Task WrongNameAndWrongPassword_AreAnsweredAlike()
    {
        var person = await Person.AddAsync(intake, "desk", "76");
        // Each by a client of its own: of two forms opened at once in one, the later one's cookie takes the earlier one's place.
        var answers = new[] { (person.Name, "yanlis-parola-yanlis"), ("boyle.biri.yok", Person.Password) }
            .Select(async t => Without(await new PageClient(intake).PostAsync("/giris", ("signInName", t.Item1), ("password", t.Item2)), t.Item1));
        var texts = await Task.WhenAll(answers);
        Assert.Equal(texts[0], texts[1]);
    }

    static string Without(PageAnswer answer, string name) => Regex.Replace(answer.Body.Replace(name, "", StringComparison.Ordinal), "name=\"belirtec\" value=\"[^\"]*\"", "");

    [Fact]
    public async Task FifthWrongPassword_ClosesTheAccountForAQuarterOfAnHour()
    {
        var person = await Person.AddAsync(intake, "desk", "76");
        var client = new PageClient(intake);
        for (var i = 0; i < 5; i++) Assert.Null((await client.PostAsync("/giris", ("signInName", person.Name), ("password", $"yanlis-parola-{i}"))).Location);
        Assert.Null((await client.PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password))).Location);
        Assert.Equal(15, await intake.ScalarAsync<int>("select round(extract(epoch from locked_until - now()) / 60)::int from intake.staff_sign_in where staff_id = @StaffId", person));
        await intake.ExecuteAsync("update intake.staff_sign_in set locked_until = now() - interval '1 second' where staff_id = @StaffId", person);
        Assert.NotNull((await client.PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password))).Location);
    }

    [Fact]
    public async Task WrongCodes_CloseTheAccountToo()
    {
        var person = await Person.AddAsync(intake, "executive", "76");
        var client = new PageClient(intake);
        var ticket = PageClient.Field((await client.PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password))).Body, "bilet");
        for (var i = 0; i < 5; i++) await client.PostAsync("/giris/kod", ("bilet", ticket), ("code", $"00000{i}"));
        Assert.Null((await client.PostAsync("/giris/kod", ("bilet", ticket), ("code", person.CodeNow()))).Location);
    }

    [Theory]
    [InlineData("update intake.staff set disabled_at = now() where staff_id = @StaffId")]
    [InlineData("update intake.staff_sessions set seen_at = now() - interval '31 minutes' where staff_id = @StaffId")]
    [InlineData("update intake.staff_sessions set started_at = now() - interval '12 hours 1 minute' where staff_id = @StaffId")]
    [InlineData("delete from intake.staff_sessions where staff_id = @StaffId")]
    public async Task SessionThatIsOver_LeadsToTheSignIn(string ends)
    {
        var person = await Person.AddAsync(intake, "desk", "76");
        var client = await person.SignInAsync(intake);
        await intake.ExecuteAsync(ends, person);
        Assert.Equal("/giris?donus=%2Fgorevli%2Fbasvurular", (await client.GetAsync("/gorevli/basvurular")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/me")).Status);
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionForWhoeverKeptTheCookie()
    {
        var client = await (await Person.AddAsync(intake, "desk", "76")).SignInAsync(intake);
        var kept = client.Cookies[Session];
        await client.PostAsync("/cikis");
        Assert.DoesNotContain(Session, client.Cookies.Keys);
        client.Take(Session, kept);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/me")).Status);
    }

    [Fact]
    public async Task NewPassword_EndsEverySessionAndIsTheOnlyOne()
    {
        var person = await Person.AddAsync(intake, "desk", "76");
        var (here, there) = (await person.SignInAsync(intake), await person.SignInAsync(intake));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.PostAsync("/gorevli/parola", ("eskiParola", "yanlis-parola"), ("password", "yepyeni-bir-tencere-kapagi"))).Status);
        Assert.Equal("/giris?tamam=parola", (await here.PostAsync("/gorevli/parola", ("eskiParola", Person.Password), ("password", "yepyeni-bir-tencere-kapagi"))).Location);
        foreach (var client in new[] { here, there }) Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/me")).Status);
        Assert.Null((await here.PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password))).Location);
        Assert.NotNull((await here.PostAsync("/giris", ("signInName", person.Name), ("password", "yepyeni-bir-tencere-kapagi"))).Location);
    }

    [Theory]
    [InlineData("https://baska.example/")]
    [InlineData("//baska.example/")]
    [InlineData("/\\baska.example/")]
    public async Task ReturnAddressElsewhere_IsNotFollowed(string address)
    {
        var person = await Person.AddAsync(intake, "desk", "76");
        Assert.Equal("/gorevli", (await new PageClient(intake).PostAsync("/giris", ("signInName", person.Name), ("password", Person.Password), ("donus", address))).Location);
    }

    /// <summary>The whole way of a new coordinator: the command's code, a password, an authenticator app, and in.</summary>
    [Fact]
    public async Task Enrolment_ByCommandPasswordAndApp_LetsIn()
    {
        var code = (await Programs.RunAsync("AcikKapi.Intake", ["staff", "add", "--role", "coordinator", "--place", "76", "--sign-in", "yeni.koordinator", "--full-name", "Şule Yıldız"], RunningIntake.Environment(intake.Database))).Output.Trim();
        var client = new PageClient(intake);
        Assert.Contains("12 karakter", (await client.PostAsync("/giris/kayit", ("signInName", "yeni.koordinator"), ("kayitKodu", code), ("password", "kisa"))).Body, StringComparison.Ordinal);
        Assert.Contains("tahmin", (await client.PostAsync("/giris/kayit", ("signInName", "yeni.koordinator"), ("kayitKodu", code), ("password", "password1234"))).Body, StringComparison.Ordinal);
        Assert.Contains("içeremez", WebUtility.HtmlDecode((await client.PostAsync("/giris/kayit", ("signInName", "yeni.koordinator"), ("kayitKodu", code), ("password", "yildiz-yildiz-yildiz-9"))).Body), StringComparison.Ordinal);
        var app = await client.PostAsync("/giris/kayit", ("signInName", "yeni.koordinator"), ("kayitKodu", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)), ("password", Person.Password));
        Assert.Contains("<svg", app.Body, StringComparison.Ordinal);
        var secret = Base32Encoding.ToBytes(Regex.Match(app.Body, "class=\"secret\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("/giris?tamam=kayit", (await client.PostAsync("/giris/kayit", ("bilet", PageClient.Field(app.Body, "bilet")), ("signInName", "yeni.koordinator"), ("code", new Totp(secret).ComputeTotp(DateTime.UtcNow.AddSeconds(-30))))).Location);
        Assert.Null((await client.PostAsync("/giris/kayit", ("signInName", "yeni.koordinator"), ("kayitKodu", code), ("password", Person.Password))).Location); // once

        var ticket = PageClient.Field((await client.PostAsync("/giris", ("signInName", "YENİ.Koordinator"), ("password", Person.Password))).Body, "bilet");
        Assert.Equal("/gorevli", (await client.PostAsync("/giris/kod", ("bilet", ticket), ("code", new Totp(secret).ComputeTotp()))).Location);
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*)::int from intake.settings_log where after::text like '%Yıldız%' or after::text like '%password%'"));
    }

    [Fact]
    public async Task KeyRing_LiesInFilesOfItsOwnerAlone()
    {
        await new PageClient(intake).GetAsync("/giris");
        var files = Directory.GetFiles(Path.Combine(PostgresServer.Keys, "cookies"));
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(PostgresServer.Keys, "cookies")));
    }

    [Fact]
    public async Task SecretsInTheDatabase_AreNoneThatLetIn()
    {
        var person = await Person.AddAsync(intake, "executive", "76");
        var client = await person.SignInAsync(intake);
        var stored = await intake.ScalarAsync<string>("select password_hash || encode(totp_secret, 'hex') || (select string_agg(encode(session_hash, 'hex'), '') from intake.staff_sessions) from intake.staff_sign_in where staff_id = @StaffId", person);
        Assert.DoesNotContain(Person.Password, stored!, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(person.Secret!), stored!, StringComparison.Ordinal);
        Assert.True(client.Cookies[Session].Length > 100);
    }

    [Theory]
    [InlineData("bir", "12 karakter")]
    [InlineData("aaaaaaaaaaaaaaaa", "tahmin")]
    [InlineData("qwertyuiop1234", "tahmin")]
    [InlineData("ayşe-demirci-2026", "içeremez")]
    [InlineData("kirmizi-bisiklet-denizde-yuzer", null)]
    [InlineData("Çöldeki üç balık şarkı söyler", null)]
    public void NewPassword_IsJudgedByHowHardItIsToGuess(string password, string? why)
    {
        var said = Passwords.WhyNot(password, "ayse.demirci", "Ayşe Demirci");
        if (why is null) Assert.Null(said);
        else Assert.Contains(why, said!, StringComparison.Ordinal);
    }
}
