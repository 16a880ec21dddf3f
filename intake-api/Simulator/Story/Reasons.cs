namespace AcikKapi.Simulator.Story;

/// <summary>What is written as the reason of a step.</summary>
static class Reasons
{
    public static readonly string[] Rejection =
    [
        "Başvuruda istenen bilgi ve belgeler eksik olduğundan işleme alınmamıştır.",
        "Aynı konuda daha önce cevaplanmış başvuru bulunmaktadır.",
        "Belirtilen adres ve olay doğrulanamamıştır.",
        "Konu yargıya intikal ettiğinden işlem yapılamamıştır.",
    ];

    public static readonly string[] Reopening =
    [
        "Verilen cevap sorunumu çözmedi.",
        "Cevapta yapıldığı yazılan işlem yapılmamıştır.",
        "Konu yanlış anlaşılmış, yeniden incelenmesini istiyorum.",
        "Aynı sorun birkaç gün sonra tekrar etti.",
        "Yerinde inceleme yapılmadan cevap verilmiştir.",
    ];

    public const string Appeal = "Ret kararına itiraz ediyorum; eksik belgeleri tamamladım.";
    public const string AppealAccepted = "İtiraz yerinde görülmüştür.";
    public const string OtherProvince = "Konu başka ilin görev alanına girmektedir.";
    public const string WrongUnit = "Konu birimimizin görev alanına girmemektedir.";
}
