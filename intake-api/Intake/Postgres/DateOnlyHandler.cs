using System.Data;
using Dapper;

namespace AcikKapi.Intake.Postgres;

/// <summary>date ↔ DateOnly: Npgsql speaks it, Dapper has to be told.</summary>
public sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
{
    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

    public override DateOnly Parse(object value) => value is DateTime time ? DateOnly.FromDateTime(time) : (DateOnly)value;
}
