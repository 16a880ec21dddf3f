using System.CommandLine;

namespace AcikKapi.Cli.Commands;

static class NightlyCommand
{
    public static Command Create() => NightStep.Create("nightly",
        "The whole night: ingest, label, build and check, flag, publish, briefs. Safe to run twice.",
        (night, cancel) => night.RunAsync(cancel));
}

static class IngestCommand
{
    public static Command Create() => NightStep.Create("ingest",
        "Copies what changed in PostgreSQL to the raw tables, without identity.", (night, cancel) => night.IngestAsync(cancel));
}

static class LabelCommand
{
    public static Command Create() => NightStep.Create("label",
        "Gives applications without a type one, or abstains.", (night, cancel) => night.LabelAsync(cancel));
}

static class BuildCommand
{
    public static Command Create() => NightStep.Create("build",
        "Builds the star beside yesterday's and checks it.", (night, cancel) => night.BuildAsync(cancel));
}

static class FlagCommand
{
    public static Command Create() => NightStep.Create("flag",
        "Runs the detectors over the star that was built.", (night, cancel) => night.FlagAsync(cancel));
}

static class PublishCommand
{
    public static Command Create() => NightStep.Create("publish",
        "Suppresses, publishes and replaces yesterday's files.", (night, cancel) => night.PublishAsync(cancel));
}
