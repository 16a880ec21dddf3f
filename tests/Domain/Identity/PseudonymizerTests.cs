using System.Security.Cryptography;
using System.Text;
using AcikKapi.Domain;
using AcikKapi.Domain.Identity;
using Xunit;

namespace AcikKapi.Tests.Domain.Identity;

public sealed class PseudonymizerTests
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Pseudonym_IsKeyIdAndHalfOfTheHmac() =>
        Assert.Equal([7, .. HMACSHA256.HashData(Key, "10000000146"u8)[..16]], new Pseudonymizer(Key, 7).Of("10000000146"));

    [Fact]
    public void AnotherKey_GivesAnotherName() => Assert.NotEqual(
        new Pseudonymizer(Key, 1).Of("10000000146"), new Pseudonymizer([.. Key.Reverse()], 1).Of("10000000146"));

    [Fact]
    public void KeyChangedByTheCaller_ChangesNothing()
    {
        byte[] key = [.. Key];
        var pseudonymizer = new Pseudonymizer(key, 1);
        var before = pseudonymizer.Of("10000000146");
        Array.Clear(key);

        Assert.Equal(before, pseudonymizer.Of("10000000146"));
    }

    [Fact]
    public void ManyThreads_GetTheSameNames()
    {
        var pseudonymizer = new Pseudonymizer(Key, 1);
        var ids = Enumerable.Range(0, 5_000).Select(i => FormattableString.Invariant($"{10_000_000_000 + i}")).ToList();

        Assert.Equal(ids.Select(pseudonymizer.Of), ids.AsParallel().AsOrdered().Select(pseudonymizer.Of));
        Assert.Equal(ids.Count, ids.Select(id => Convert.ToHexString(pseudonymizer.Of(id))).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void ShortKey_IsAUserError() => Assert.Throws<UserError>(() => new Pseudonymizer(Encoding.ASCII.GetBytes("kısa"), 1));

    [Fact]
    public void Refusal_DoesNotRepeatTheId()
    {
        var id = new string('1', 200);
        Assert.DoesNotContain(id, Assert.Throws<ArgumentException>(() => new Pseudonymizer(Key, 1).Of(id)).Message, StringComparison.Ordinal);
    }
}
