namespace AcikKapi.Intake.Open311;

/// <summary>One answer of GeoReport, in the format that was asked for.</summary>
public sealed record Answer(int Status, Item Root)
{
    public static Answer Ok(Item root) => new(StatusCodes.Status200OK, root);

    /// <summary>Every fault by itself: the status as code, a Turkish sentence as description.</summary>
    public static Answer Refused(int status, params IEnumerable<string> sentences) => new(status, Item.List("errors", sentences.Select(sentence =>
        Item.Branch("error", Item.Leaf("code", status), Item.Leaf("description", sentence)))));

    public IResult In(string format) => format == "xml"
        ? TypedResults.Bytes(Root.ToXml(), "text/xml; charset=utf-8").With(Status)
        : TypedResults.Bytes(Root.ToJson(), "application/json; charset=utf-8").With(Status);
}

static class StatusOfResult
{
    /// <summary>The same body with another status than 200.</summary>
    public static IResult With(this IResult result, int status) => new Result(result, status);

    sealed class Result(IResult inner, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
