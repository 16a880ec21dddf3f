using AcikKapi.Domain.Identity;
using AcikKapi.Simulator.World;
using Xunit;

namespace AcikKapi.Tests.Simulator.World;

public sealed class InventedNumbersTests
{
    static readonly int[] Serials = [.. Enumerable.Range(0, 2_000), .. Enumerable.Range(InventedNumbers.Persons - 2_000, 2_000)];

    [Fact]
    public void NationalIds_PassTheirCheckDigitsAndStartWith100() => Assert.All(Serials.Select(InventedNumbers.NationalId), id =>
    {
        Assert.True(NationalId.IsValid(id));
        Assert.StartsWith("100", id, StringComparison.Ordinal);
    });

    [Fact]
    public void DifferentPersons_HaveDifferentNumbers()
    {
        Assert.Equal(InventedNumbers.Persons, Enumerable.Range(0, InventedNumbers.Persons).Select(InventedNumbers.NationalId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Serials.Length, Serials.Select(InventedNumbers.Phone).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Phones_AreMobileNumbers() => Assert.All(Serials.Select(InventedNumbers.Phone), phone => Assert.Matches(@"^\+905[0-9]{9}\z", phone));

    [Fact]
    public void TrackingNumbers_NeverRepeat()
    {
        var numbers = Enumerable.Range(0, 100_000).Select(serial => InventedNumbers.TrackingNumber(76, serial, seed: 1)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(100_000, numbers.Count);
        Assert.All(numbers.Take(100), number => Assert.True(TrackingNumber.TryParse(number, out var province) && province == 76));
    }
}
