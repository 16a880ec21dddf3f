using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Open311;

/// <summary>A row of ListRequests.sql, with more in it than everybody may see: <see cref="ToItem"/> decides.</summary>
public sealed record RequestRow
{
    public required string ServiceRequestId { get; init; }
    public bool IsOwn { get; init; }
    public required string TypeCode { get; init; }
    public required string HeadingCode { get; init; }
    public int DistrictCode { get; init; }
    public required string TrackingNumber { get; init; }
    public required string Status { get; init; }
    public string? OutcomeCode { get; init; }
    public bool Sealed { get; init; }
    public DateTime ShownAt { get; init; }
    public DateTime UpdatedAt { get; init; }
    public DateOnly DueOn { get; init; }
    public string? Body { get; init; }
    public string? Answer { get; init; }
    public string? UnitName { get; init; }
    public string? HandedOverTo { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Street { get; init; }

    /// <summary>The district follows from a point or an address.</summary>
    public bool Approximate { get; init; }
    public string? MediaUrl { get; init; }

    /// <summary>A sealed one's words and subject are for the executive line alone (art. 5-l): the key that filed it sees how far it is, whoever bears it today.</summary>
    bool ShowsWords => IsOwn && !Sealed;

    public Item ToItem(bool withExtensions)
    {
        var type = IsOwn && Sealed ? null : Vocabulary.Current.Types.Find(IsOwn ? TypeCode : HeadingCode);
        var district = Vocabulary.Current.Districts[DistrictCode];
        var province = Vocabulary.Current.Provinces[district.ProvinceCode];
        var centre = Centres.OfDistrict(DistrictCode);
        var place = ShowsWords && Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : centre;
        var extended = ExtendedStatus.Of(Status, OutcomeCode);
        List<Item> items =
        [
            Item.Leaf("service_request_id", ServiceRequestId),
            Item.Leaf("status", ExtendedStatus.Plain(extended)),
            Item.Leaf("status_notes", IsOwn ? Notes() : null),
            Item.Leaf("service_name", type?.NameTr),
            Item.Leaf("service_code", type?.Code),
            Item.Leaf("description", ShowsWords ? Body : null),
            Item.Leaf("agency_responsible", ShowsWords ? UnitName : null),
            Item.Leaf("service_notice", null),
            Item.Leaf("requested_datetime", IsOwn ? Time.Instant(ShownAt) : Time.Day(ShownAt)),
            Item.Leaf("updated_datetime", IsOwn ? Time.Instant(UpdatedAt) : Time.Day(UpdatedAt)),
            Item.Leaf("expected_datetime", Time.Instant(IstanbulTime.EndOfDay(DueOn).AddSeconds(-1))),
            Item.Leaf("address", ShowsWords && Street is not null ? Street : $"{district.Name}, {province.Name}"),
            Item.Leaf("address_id", DistrictCode.ToString(TurkishText.Culture)),
            Item.Leaf("zipcode", null),
            Item.Leaf("lat", place.Latitude),
            Item.Leaf("long", place.Longitude),
            Item.Leaf("media_url", ShowsWords ? MediaUrl : null),
        ];
        if (withExtensions) items.Add(Item.Branch("extended_attributes",
            Item.Leaf("extended_status", IsOwn ? extended : ExtendedStatus.Plain(extended)),
            Item.Leaf("approximate", !ShowsWords || Approximate), // others see the district's centre
            Item.Leaf("tracking_number", IsOwn ? TrackingNumber : null)));
        return Item.Branch("request", items);
    }

    string Notes() => string.Join(' ', new[]
    {
        Vocabulary.Current.Events[Status].NameTr + ".",
        ShowsWords && !LifeCycle.IsPending(Status) ? Answer : null,
        HandedOverTo is null ? null : $"Yeni takip numarası: {HandedOverTo}.",
    }.OfType<string>());
}
