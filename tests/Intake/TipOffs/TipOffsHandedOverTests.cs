using System.Net;
using System.Text;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class TipOffsHandedOverTests : TipOffWorld
{
    /// <summary>Words, files and message box go along, nothing of them stays; the sender's key opens the box there.</summary>
    [Fact]
    public async Task TipOffHandedOver_GoesWithAllThatCameWithIt()
    {
        var (number, key) = await SentAsync(Named(notify: false));
        await WriteAsync(number, "Mazot perşembe günü gelecek.", key: key);
        await AttachAsync(number);
        var (first, there) = (number, number);
        foreach (var (from, to) in new[] { ("76", 34), ("34", 6) })
        {
            first = there;
            var (_, receipt) = await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{first}/events", $$"""{"event":"referred","provinceCode":{{to}}}""", await Intake.AddStaffAsync("desk", from));
            there = (string)receipt!["handedOverTo"]!;
        }
        var desk = await Intake.AddStaffAsync("desk", "6");
        var (status, opened) = await OpenAsync(there, Why, desk);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(CanaryWords, (string)opened!["text"]!, StringComparison.Ordinal);
        Assert.Equal("image/png", (string)Assert.Single(opened["files"]!.AsArray())!["mediaType"]!);
        using (var file = await Intake.PostAsync($"/v1/applications/{there}/attachments/1/openings", Why, token: desk))
            Assert.Contains(CanaryPicture, Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(["1 sender Mazot perşembe günü gelecek."], Told((await ReadAsync(there, key: key)).Json));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(there, "Cuma da gelecek.", key: key));

        var moved = await ReadAsync(first, key: key);
        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains(there, (string)moved.Json!["detail"]!, StringComparison.Ordinal); // to whoever holds the key
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(first)).Status);
        Assert.Equal(0, await Intake.ScalarAsync<int>("""
            select count(*)::int from intake.applications a left join intake.attachments f using (application_id) left join intake.tip_off_messages m using (application_id)
            where status = 'referred' and num_nonnulls(sealed_words, f.content, m.sealed_text) > 0
            """));
        Assert.True((bool)(await OpenAsync(number, Why, Desk)).Json!["forgotten"]!);
    }
}
