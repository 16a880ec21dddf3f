using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Simulator.Story;
using AcikKapi.Simulator.World;
using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Simulator.History;

/// <summary>Applications with applicants and events into their tables by binary COPY; the columns are those of CopyX.sql.</summary>
/// <param name="firstId">Id of the story's first application.</param>
sealed class CopyRows(NpgsqlConnection owner, Pseudonymizer pseudonyms, long firstId, ulong seed)
{
    public void Write(IReadOnlyList<StoryApplication> applications)
    {
        Copy("History/CopyApplications.sql", applications, WriteApplication);
        Copy("History/CopyApplicants.sql", applications.Where(a => a.Who is not null), WriteApplicant);
        Copy("History/CopyEvents.sql", applications.SelectMany(a => a.Events.Select((e, i) => (Application: a, Event: e, Number: i + 1))),
            (row, e) => WriteEvent(row, e.Application, e.Event, e.Number));
    }

    void Copy<T>(string file, IEnumerable<T> items, Action<NpgsqlBinaryImporter, T> write)
    {
        using var rows = owner.BeginBinaryImport(Sql.Read(file));
        foreach (var item in items)
        {
            rows.StartRow();
            write(rows, item);
        }
        rows.Complete();
    }

    void WriteApplication(NpgsqlBinaryImporter row, StoryApplication a)
    {
        WriteKey(row, a);
        row.Write(InventedNumbers.TrackingNumber(a.World.Province.Code, a.Position, seed), NpgsqlDbType.Text);
        row.Write("simulated", NpgsqlDbType.Text);
        row.Write(a.Kind, NpgsqlDbType.Text);
        row.Write(a.Channel, NpgsqlDbType.Text);
        Write(row, a.Type);
        if (a.Place is { } place) row.Write(place.District.Code, NpgsqlDbType.Integer);
        else row.WriteNull();
        Write(row, a.Neighbourhood);
        row.Write(a.Bureau, NpgsqlDbType.Text);
        Write(row, a.Who?.Gender);
        Write(row, a.Who?.BirthYear is { } year ? AgeBand.Of(year, a.Day).Code : null);
        Write(row, a.Who?.Education);
        Write(row, a.Who?.Employment);
        row.Write(a.Who?.Circumstances ?? [], NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (a.Who is { } who) row.Write(pseudonyms.Of(who.Person.NationalId), NpgsqlDbType.Bytea);
        else row.WriteNull();
        row.Write(a.HideIdentity, NpgsqlDbType.Boolean);
        row.Write(a.Confidential, NpgsqlDbType.Boolean);
        row.Write(a.Special, NpgsqlDbType.Boolean);
        row.Write(false, NpgsqlDbType.Boolean); // no state of emergency in the story
        row.Write(a.Confidential, NpgsqlDbType.Boolean);
        row.Write(a.Who is not null && !a.IsTipOff, NpgsqlDbType.Boolean);
        row.Write(a.Text.Subject, NpgsqlDbType.Text);
        row.Write(a.Text.Body, NpgsqlDbType.Text);
        Write(row, Scrubbed(a));
        row.Write(a.ReceivedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        row.Write(a.DueOn, NpgsqlDbType.Date);
        row.Write(a.Status, NpgsqlDbType.Text);
        Write(row, a.Unit);
    }

    void WriteApplicant(NpgsqlBinaryImporter row, StoryApplication a)
    {
        var who = a.Who!;
        WriteKey(row, a);
        row.Write(who.Person.NationalId, NpgsqlDbType.Text);
        row.Write(who.Person.FirstName, NpgsqlDbType.Text);
        row.Write(who.Person.LastName, NpgsqlDbType.Text);
        row.Write(who.Person.Phone, NpgsqlDbType.Text);
        if (who.BirthYear is { } year) row.Write((short)year, NpgsqlDbType.Smallint);
        else row.WriteNull();
    }

    void WriteEvent(NpgsqlBinaryImporter row, StoryApplication a, StoryEvent e, int number)
    {
        WriteKey(row, a);
        row.Write((short)number, NpgsqlDbType.Smallint);
        row.Write(e.Event, NpgsqlDbType.Text);
        row.Write(e.At.UtcDateTime, NpgsqlDbType.TimestampTz);
        Write(row, e.Unit);
        Write(row, e.Role);
        if (e.Actor is not null) row.Write(e.Actor, NpgsqlDbType.Bytea);
        else row.WriteNull();
        Write(row, e.Outcome);
        if (e.Score is { } score) row.Write((short)score, NpgsqlDbType.Smallint);
        else row.WriteNull();
        Write(row, e.Reason);
        if (e.DueOn is { } due) row.Write(due, NpgsqlDbType.Date);
        else row.WriteNull();
    }

    void WriteKey(NpgsqlBinaryImporter row, StoryApplication a)
    {
        row.Write((short)a.World.Province.Code, NpgsqlDbType.Smallint);
        row.Write(firstId + a.Position, NpgsqlDbType.Bigint);
    }

    static void Write(NpgsqlBinaryImporter row, string? text)
    {
        if (text is null) row.WriteNull();
        else row.Write(text, NpgsqlDbType.Text);
    }

    /// <summary>As the intake keeps it: nothing of a tip-off or a sealed application.</summary>
    static string? Scrubbed(StoryApplication a) => a.IsTipOff || a.Confidential || a.Who is null
        ? null
        : Scrubber.Scrub($"{a.Text.Subject}\n{a.Text.Body}", a.Who.Person.FirstName, a.Who.Person.LastName);
}
