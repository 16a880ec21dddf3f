using System.Globalization;
using System.Text.Json;
using System.Xml;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// What GeoReport answers with, written as XML or, by the Spark convention, as JSON: a list drops the names of what it holds
/// (Open311 wiki, JSON and XML Conversion).
/// </summary>
public abstract record Item(string Name)
{
    /// <param name="value">Text, bool, int, double or null.</param>
    public static Item Leaf(string name, object? value) => new LeafItem(name, value is string text ? Writable(text) : value);

    public static Item Branch(string name, params IReadOnlyList<Item> children) => new BranchItem(name, children);

    public static Item List(string name, IEnumerable<Item> items) => new ListItem(name, [.. items]);

    public byte[] ToXml()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true })) Write(xml);
        return bytes.ToArray();
    }

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = IntakeJson.Options.Encoder })) Write(json);
        return bytes.ToArray();
    }

    /// <summary>What XML has no way to write becomes U+FFFD: one such character must not make a whole list unreadable.</summary>
    static string Writable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    protected abstract void Write(XmlWriter xml);

    protected abstract void Write(Utf8JsonWriter json);

    sealed record LeafItem(string Name, object? Value) : Item(Name)
    {
        protected override void Write(XmlWriter xml)
        {
            xml.WriteStartElement(Name);
            if (Value is bool flag) xml.WriteString(flag ? "true" : "false");
            else if (Value is not null) xml.WriteString(Convert.ToString(Value, CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        protected override void Write(Utf8JsonWriter json)
        {
            switch (Value)
            {
                case null: json.WriteNullValue(); break;
                case bool flag: json.WriteBooleanValue(flag); break;
                case int number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                default: json.WriteStringValue((string)Value); break;
            }
        }
    }

    sealed record BranchItem(string Name, IReadOnlyList<Item> Children) : Item(Name)
    {
        protected override void Write(XmlWriter xml)
        {
            xml.WriteStartElement(Name);
            foreach (var child in Children) child.Write(xml);
            xml.WriteEndElement();
        }

        protected override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            foreach (var child in Children)
            {
                json.WritePropertyName(child.Name);
                child.Write(json);
            }
            json.WriteEndObject();
        }
    }

    sealed record ListItem(string Name, IReadOnlyList<Item> Items) : Item(Name)
    {
        protected override void Write(XmlWriter xml)
        {
            xml.WriteStartElement(Name);
            foreach (var item in Items) item.Write(xml);
            xml.WriteEndElement();
        }

        protected override void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (var item in Items) item.Write(json);
            json.WriteEndArray();
        }
    }
}
