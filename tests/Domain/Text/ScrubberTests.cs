using AcikKapi.Domain.Text;
using Xunit;

namespace AcikKapi.Tests.Domain.Text;

public sealed class ScrubberTests
{
    [Theory]
    [InlineData("TC 10000000146 olan", "TC [TCKN] olan")]
    [InlineData("TC:10000000146.", "TC:[TCKN].")]
    [InlineData("12345678901 yanlış yazılmış", "[TCKN] yanlış yazılmış")]
    [InlineData("kimlik 100 000 001 46 nolu", "kimlik [TCKN] nolu")]
    [InlineData("١٠٠٠٠٠٠٠١٤٦", "[TCKN]")]
    [InlineData("10000000146'nın dosyası", "[TCKN]'nın dosyası")]
    public void NationalId_IsTakenOut(string text, string scrubbed) => Assert.Equal(scrubbed, Scrubber.Scrub(text));

    [Theory]
    [InlineData("05551112233")]
    [InlineData("0555 111 22 33")]
    [InlineData("0 555 111 22 33")]
    [InlineData("0(555) 111-22-33")]
    [InlineData("(0555) 111 22 33")]
    [InlineData("(555)1112233")]
    [InlineData("555-111-22-33")]
    [InlineData("5551112233")]
    [InlineData("555 111 2233")]
    [InlineData("0555.111.22.33")]
    [InlineData("0555/1112233")]
    [InlineData("+905551112233")]
    [InlineData("+90 555 111 22 33")]
    [InlineData("+90 (555) 111 22 33")]
    [InlineData("00905551112233")]
    [InlineData("905551112233")]
    [InlineData("0476 227 10 10")]
    [InlineData("+49 1512 3456789")]
    public void Phone_IsTakenOut(string phone) =>
        Assert.Equal("Beni [TELEFON]'dan arayın.", Scrubber.Scrub($"Beni {phone}'dan arayın."));

    [Theory]
    [InlineData("TR330006100519786457841326")]
    [InlineData("TR33 0006 1005 1978 6457 8413 26")]
    [InlineData("tr33 0006 1005 1978 6457 8413 26")]
    [InlineData("TR33-0006-1005-1978-6457-8413-26")]
    public void Iban_IsTakenOut(string iban) => Assert.Equal("Hesap: [IBAN], Ziraat", Scrubber.Scrub($"Hesap: {iban}, Ziraat"));

    [Theory]
    [InlineData("34 ABC 123")]
    [InlineData("34ABC123")]
    [InlineData("34 abc 123")]
    [InlineData("34-ABC-12")]
    [InlineData("06 A 1234")]
    [InlineData("76 AB 345")]
    [InlineData("01 AB 3456")]
    public void Plate_IsTakenOut(string plate) => Assert.Equal("Plakası [PLAKA] olan araç", Scrubber.Scrub($"Plakası {plate} olan araç"));

    [Theory]
    [InlineData("saat 09:56 da 07 AU 0349 geçti", "saat 09:56 da [PLAKA] geçti")]
    [InlineData("02 m 0102 plakalı dolmuş", "[PLAKA] plakalı dolmuş")]
    [InlineData("Plakası: 34 DE 168", "Plakası: [PLAKA]")]
    [InlineData("[PLAKA] plakalı", "[PLAKA] plakalı")]
    public void PlateAmongNumbers_IsToldFromThem(string text, string scrubbed) => Assert.Equal(scrubbed, Scrubber.Scrub(text));

    [Theory]
    [InlineData("ayse.demirci@ornek.com.tr'ye yazın", "[E-POSTA]'ye yazın")]
    [InlineData("e-posta: a_b+c@x-y.org.", "e-posta: [E-POSTA].")]
    [InlineData("çağrı@şirket.com", "[E-POSTA]")]
    public void Email_IsTakenOut(string text, string scrubbed) => Assert.Equal(scrubbed, Scrubber.Scrub(text));

    [Theory]
    [InlineData("15.03.2026 günü saat 14.30'da 3 kişi geldi, 1.250,50 TL istedi")]
    [InlineData("2.500.000.000 lira ve 10 000 000 000 kuruş")]
    [InlineData("12 ay 365 gün, 10 km 250 metre, 50 TL 100, 24 KG 120")]
    [InlineData("Atatürk Mah. 1523. Sok. No: 12 Kat 3 Daire 15, 76000")]
    [InlineData("444 1 234 numaralı hat, 112, 155 ve ALO 183")]
    [InlineData("3 kez 250 lira, 81 il 922 kaymakamlık, 12 m 2000")]
    [InlineData("2022 sayılı Kanun, 4982, 3091; 2019/1234 esas")]
    [InlineData("30 gün içinde 45 iş günü, 2025-2026 öğretim yılı")]
    public void OrdinaryNumbers_Stay(string text) => Assert.Equal(text, Scrubber.Scrub(text));

    [Theory]
    [InlineData("Ben Ayşe, Ayşe'nin ve AYŞE’YE", "Ben [AD], [AD]'nin ve [AD]’YE")]
    [InlineData("ayse ve ayşenin, Ayşeye", "[AD] ve [AD], [AD]")]
    [InlineData("Ays\u0327e DEMİRCİ", "[AD] [AD]")]
    [InlineData("demirciler ve Demircioğlugil", "[AD] ve [AD]")]
    [InlineData("instagram.com/aysedemirci", "instagram.com/[AD]")]
    [InlineData("Fayşe, Ayşegül", "Fayşe, Ayşegül")]
    [InlineData("(ayşe)demirci_1980", "([AD])[AD]_1980")]
    public void GivenName_IsTakenOutWhateverItsCaseAndSuffix(string text, string scrubbed) =>
        Assert.Equal(scrubbed, Scrubber.Scrub(text, "Ayşe", "Demirci"));

    [Theory]
    [InlineData("ırmak, IRMAK, Irmak'ın", "[AD], [AD], [AD]'ın")]
    [InlineData("irmak", "[AD]")]
    public void DottedAndDotlessI_AreBothFound(string text, string scrubbed) => Assert.Equal(scrubbed, Scrubber.Scrub(text, "Irmak"));

    [Fact]
    public void DoubleName_IsLookedForInParts() => Assert.Equal("[AD] [AD] ve [AD]", Scrubber.Scrub("Fatma Nur ve nur", "Fatma Nur"));

    [Fact]
    public void ShortName_IsTakenOutOnlyAsAWord() => Assert.Equal("[AD] ve [AD]'ya suyu kesildi", Scrubber.Scrub("Su ve Su'ya suyu kesildi", "Su"));

    [Fact]
    public void InitialOrMissingName_IsNotLookedFor() => Assert.Equal("A blok a kapısı", Scrubber.Scrub("A blok a kapısı", "A.", "", null!));

    [Fact]
    public void NameLikeAToken_LeavesTheTokensWhole() =>
        Assert.Equal("[AD] [TELEFON] [E-POSTA] [AD]", Scrubber.Scrub("Posta 05551112233 a@b.com ad", "Posta", "Ad", "Telefon"));

    [Theory]
    [InlineData("Komşum Ahmet Yılmaz'ın köpeği", "Komşum [AD]'ın köpeği")]
    [InlineData("mehmet kaya ve fatma nur demircioğlundan şikâyetçiyim", "[AD] ve [AD] şikâyetçiyim")]
    [InlineData("AYŞE ÇELİK GELDİ", "[AD] GELDİ")]
    [InlineData("ayse  yilmaz aradı", "[AD] aradı")]
    [InlineData("Memur Deniz Kara ilgilendi", "Memur [AD] ilgilendi")]
    [InlineData("emine yılmazdan duydum", "[AD] duydum")] // "emin" is a word of every day, Emine is none
    public void PersonNamedInFull_IsTakenOut(string text, string scrubbed) => Assert.Equal(scrubbed, Scrubber.Scrub(text));

    [Theory]
    [InlineData("deniz kara sularına karışıyor")]
    [InlineData("Hava kara, su taş gibi")]
    [InlineData("Kemal Şahin Caddesi'nde çukur var")]
    [InlineData("Mustafa Aydın İlkokulu önü")]
    [InlineData("Ahmet geldi, Yılmaz gitti")]
    [InlineData("SU ÇELİK BORUDAN AKIYOR")]
    public void WhatNamesNobodyInFull_Stays(string text) => Assert.Equal(text, Scrubber.Scrub(text));
}
