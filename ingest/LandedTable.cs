namespace AcikKapi.Ingest;

/// <summary>How a value travels: PostgreSQL's binary form on the left, the landing column on the right.</summary>
enum Wire
{
    Int2,
    Int4,
    Int8,
    Text,

    /// <summary>date: days since 2000-01-01.</summary>
    Date,

    /// <summary>timestamptz: microseconds since 2000-01-01 UTC.</summary>
    Instant,

    /// <summary>bytea, landed as hexadecimal text.</summary>
    Hex,

    /// <summary>text[], landed as its elements in ordinal order, joined by |.</summary>
    TextArray,
}

/// <summary>A landing table: what Landing/NAME.sql selects, column by column, and which rows a new load replaces.</summary>
/// <param name="Replaces">Columns whose values a load replaces as a whole; none: the whole table is replaced.</param>
/// <param name="Entry">Of a log: what numbers its entries. One that arrives replaces itself alone, the first one the whole log.</param>
/// <param name="Keys">Of the large tables: numbers whose sums over the whole are compared each night (Landing/total_NAME.sql).</param>
sealed record LandedTable(string Name, string[] Replaces, Wire[] Columns, string? Entry = null, params string[] Keys)
{
    static readonly string[] Application = ["province_code", "application_id"];

    public static readonly LandedTable Applications = new("raw_applications", Application,
    [
        Wire.Int2, Wire.Int8, Wire.Text, Wire.Text, Wire.Text, Wire.Text, Wire.Int4, Wire.Text,
        Wire.Text, Wire.Text, Wire.Text, Wire.Text, Wire.TextArray, Wire.Hex,
        Wire.Instant, Wire.Date, Wire.Text,
    ], Keys: "application_id");

    public static readonly LandedTable Events = new("raw_events", Application,
    [
        Wire.Int2, Wire.Int8, Wire.Int2, Wire.Text, Wire.Instant, Wire.Text, Wire.Text, Wire.Hex,
        Wire.Text, Wire.Int2, Wire.Date, Wire.Text,
    ], Entry: "event_no", "application_id", "event_no");

    /// <summary>Whether its rows are an application's, and leave with it when it is sealed.</summary>
    public bool IsOfApplications => this == Applications || this == Events || Name == "raw_messages";

    /// <summary>In the order they are loaded, the events beside all others.</summary>
    public static readonly IReadOnlyList<LandedTable> All =
    [
        Applications,
        Events,
        new("raw_units", ["unit_code"], [Wire.Text, Wire.Text, Wire.Text, Wire.Text, Wire.Int2, Wire.Int4]),
        new("raw_bureaus", ["bureau_code"], [Wire.Text, Wire.Text, Wire.Int2, Wire.Int4, Wire.Date, Wire.Date]),
        new("raw_refusals", ["province_code", "refused_on", "channel_code", "field", "reason_code"],
            [Wire.Int2, Wire.Date, Wire.Text, Wire.Text, Wire.Text, Wire.Int4]),
        new("raw_visits", [], [Wire.Int2, Wire.Text, Wire.Text, Wire.Text, Wire.Int4, Wire.Text, Wire.Instant, Wire.Int2, Wire.Text, Wire.Int2, Wire.Instant, Wire.Instant]),
        new("raw_messages", ["province_code", "message_id"], [Wire.Int2, Wire.Int8, Wire.Int8, Wire.Int2, Wire.Text, Wire.Text, Wire.Instant, Wire.Int2, Wire.Instant]),
        new("raw_officers", [], [Wire.Hex, Wire.Text, Wire.Int2, Wire.Text]),
        new("raw_place_changes", [], [Wire.Int8, Wire.Instant, Wire.Text, Wire.Text, Wire.Text, Wire.Text]),
        new("raw_verdicts", [], [Wire.Int8, Wire.Text, Wire.Int2, Wire.Text, Wire.Text, Wire.Text, Wire.Date, Wire.Text, Wire.Instant]),
        new("raw_criteria", [], [Wire.Int4, Wire.Text, Wire.Int4, Wire.Instant]),
        new("raw_sealed", [], [Wire.Int2, Wire.Date, Wire.Int8]),
    ];
}
