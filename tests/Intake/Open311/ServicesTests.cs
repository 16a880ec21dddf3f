using System.Net;
using System.Xml.Linq;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>Discovery, services and definitions against the public specification's tables of fields.</summary>
public sealed class ServicesTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    static readonly string[] ServiceFields = ["service_code", "service_name", "description", "metadata", "type", "keywords", "group"];
    static readonly string[] AttributeFields = ["variable", "code", "datatype", "required", "datatype_description", "order", "description", "values"];
    static readonly string[] Datatypes = ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"];

    [Fact]
    public async Task Discovery_HasEveryFieldInBothFormats()
    {
        var xml = await intake.GetXmlAsync("discovery.xml");
        Assert.Equal(["discovery", "changeset", "contact", "key_service", "endpoints"], xml.DescendantsAndSelf().Where(e => e.Parent is null || e.Parent == xml).Select(e => e.Name.LocalName));
        var endpoint = Assert.Single(xml.Element("endpoints")!.Elements("endpoint"));
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", endpoint.Element("specification")!.Value);
        Assert.Equal(["text/xml", "application/json"], endpoint.Element("formats")!.Elements("format").Select(f => f.Value));
        Assert.Equal("production", endpoint.Element("type")!.Value);
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$", endpoint.Element("changeset")!.Value);

        var json = await intake.GetJsonAsync("discovery.json");
        Assert.Equal(endpoint.Element("url")!.Value, (string)json["endpoints"]![0]!["url"]!);
        Assert.Equal(HttpStatusCode.OK, (await intake.Http.GetAsync(endpoint.Element("url")!.Value + "/services.xml")).StatusCode); // the address leads here
        Assert.Equal(["text/xml", "application/json"], json["endpoints"]![0]!["formats"]!.AsArray().Select(f => (string)f!));
    }

    [Fact]
    public async Task Services_AreAllHeadingsAndTopicsInBothFormats()
    {
        var xml = await intake.GetXmlAsync("services.xml?jurisdiction_id=igdir.gov.tr");
        Assert.Equal(Vocabulary.Current.Types.Select(t => t.Code), xml.Elements("service").Select(s => s.Element("service_code")!.Value));
        Assert.All(xml.Elements("service"), s => Assert.Equal(ServiceFields, s.Elements().Select(e => e.Name.LocalName)));
        Assert.All(xml.Elements("service"), s => Assert.Equal(("true", "realtime"), (s.Element("metadata")!.Value, s.Element("type")!.Value)));

        var json = (await intake.GetJsonAsync("services.json")).AsArray();
        Assert.Equal(xml.Elements("service").Select(s => s.Element("service_name")!.Value), json.Select(s => (string)s!["service_name"]!));
        Assert.All(json, s => Assert.True((bool)s!["metadata"]!));
    }

    [Fact]
    public async Task Definition_HasEveryFieldInBothFormats()
    {
        var xml = await intake.GetXmlAsync("services/SOS-01.xml");
        Assert.Equal(("service_definition", "SOS-01"), (xml.Name.LocalName, xml.Element("service_code")!.Value));
        var attributes = xml.Element("attributes")!.Elements("attribute").ToList();
        Assert.All(attributes, a => Assert.Equal(AttributeFields, a.Elements().Select(e => e.Name.LocalName)));
        Assert.All(attributes, a => Assert.Contains(a.Element("datatype")!.Value, Datatypes));
        Assert.Equal(Enumerable.Range(1, attributes.Count).Select(i => $"{i}"), attributes.Select(a => a.Element("order")!.Value));
        Assert.All(attributes, a => Assert.Equal(a.Element("datatype")!.Value.EndsWith("list", StringComparison.Ordinal), a.Element("values")!.Elements("value").Any()));

        var json = await intake.GetJsonAsync("services/SOS-01.json");
        Assert.Equal(["kind", "national_id"], json["attributes"]!.AsArray().Where(a => (bool)a!["required"]!).Select(a => (string)a!["code"]!));
        Assert.Equal(["request", "complaint"], json["attributes"]![1]!["values"]!.AsArray().Select(v => (string)v!["key"]!));
    }

    [Fact]
    public async Task UnknownServiceOrJurisdiction_Gets404InTheFormatAsked()
    {
        await GeoReport.RefusedAsync(await intake.Http.GetAsync("/open311/v2/services/none.json"), HttpStatusCode.NotFound);
        foreach (var path in new[] { "services", "services/SOS-01", "requests", "requests/76-0123456789abc", "tokens/x", "servicerequestupdates" })
            Assert.Contains("jurisdiction_id", await GeoReport.RefusedAsync(await intake.Http.GetAsync($"/open311/v2/{path}.json?jurisdiction_id=atina.gr"), HttpStatusCode.NotFound), StringComparison.Ordinal);
        var xml = XDocument.Parse(await (await intake.Http.GetAsync("/open311/v2/services/none.xml")).TextAsync()).Root!;
        Assert.Equal(("errors", "error", "404"), (xml.Name.LocalName, xml.Elements().Single().Name.LocalName, xml.Element("error")!.Element("code")!.Value));
    }

    [Fact]
    public async Task OtherFormats_AreNoAddress() => await GeoReport.RefusedAsync(await intake.Http.GetAsync("/open311/v2/services.html"), HttpStatusCode.NotFound);

    [Theory]
    [InlineData("PUT", "requests.json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "services.json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "requests/76-0123456789abc.json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "nothing.json", HttpStatusCode.NotFound)]
    public async Task WrongMethodOrAddress_IsToldInGeoReportsFormInTheFormatAsked(string method, string path, HttpStatusCode status)
    {
        async Task<HttpResponseMessage> AskAsync(string asked) => await intake.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/open311/v2/" + asked));
        await GeoReport.RefusedAsync(await AskAsync(path), status);
        var response = await AskAsync(path.Replace(".json", ".xml", StringComparison.Ordinal));
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"{(int)status}", XDocument.Parse(await response.TextAsync()).Root!.Element("error")!.Element("code")!.Value);
    }

    /// <summary>What GeoReport does not require and we do stands in the definition, as an attribute that asks nothing.</summary>
    [Fact]
    public async Task Definition_TellsThatNameAndPhoneAreRequired()
    {
        var told = (await intake.GetJsonAsync("services/SOS-01.json"))["attributes"]![0]!;
        Assert.Equal((false, false), ((bool)told["variable"]!, (bool)told["required"]!));
        Assert.All(["first_name", "last_name", "phone"], name => Assert.Contains(name, (string)told["description"]!, StringComparison.Ordinal));
    }
}
