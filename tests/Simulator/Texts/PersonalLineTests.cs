using AcikKapi.Domain.Text;
using AcikKapi.Simulator;
using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class PersonalLineTests
{
    [Fact]
    public void WhatSlipsIn_IsSeldomAndTheScrubberFindsIt()
    {
        const int texts = 4000;
        var (numbers, left) = (0, 0);
        for (var seed = 0; seed < texts; seed++)
        {
            var dice = new Dice((ulong)seed);
            var person = new Person("10000000146", "Şerife", "Özdemir", "+905551112233", Handwriting.Of(dice));
            var text = ApplicationText.Write(Topic.All[seed % Topic.All.Count], "request", new Scene("Karakuyu Köyü", "Iğdır Belediyesi"), person, dice);
            if (HasNumber(text.Body)) numbers++;
            if (HasNumber(Scrubber.Scrub($"{text.Subject}\n{text.Body}", person.FirstName, person.LastName))) left++;
        }
        Assert.InRange(numbers, texts * 0.03, texts * 0.12);
        Assert.Equal(0, left);
    }

    static bool HasNumber(string text) =>
        text.Contains("10000000146", StringComparison.Ordinal) || text.Contains("05551112233", StringComparison.Ordinal);
}
