using System.CommandLine;
using AcikKapi.Analytics.Classification;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Commands;

/// <summary>Train, evaluate, predict; and what no type fits yet.</summary>
static class ClassifyCommand
{
    public static Command Create() => new("classify", "Application types from text.\nExample: ./acikkapi classify evaluate --train a.csv --test b.csv --text text --label label --json")
    {
        Train(), Evaluate(), Predict(), Emerging(), Drift(),
    };

    static Command Train()
    {
        var (asOf, seed) = (AsOf.Option(), Seed());
        var command = new Command("train", "Trains the model in service from the ingested applications.\nExample: ./acikkapi classify train --as-of 2026-10-31") { asOf, seed };
        command.SetAction((parsed, cancel) =>
        {
            Json.Print(TrainClassifier.Run(Home.Default.Warehouse, parsed.GetValue(asOf), parsed.GetValue(seed), cancel)
                ?? throw new UserError("Too few applications carry a type to learn from; ingest more first."));
            return Task.FromResult(0);
        });
        return command;
    }

    static Command Evaluate()
    {
        var train = Required("--train", "CSV to learn from, alone", "F");
        var test = Required("--test", "CSV to score", "G");
        var (text, label) = (Required("--text", "Column with the text", "COLUMN"), Required("--label", "Column with the label", "COLUMN"));
        var predictions = new Option<string?>("--predictions") { Description = "Also write row,label,predicted,confidence,abstained", HelpName = "P.csv" };
        var fewest = new Option<int>("--fewest") { Description = $"A word counts when so many texts have it; {TrainClassifier.FewestPersons} persons in a model in service", HelpName = "N", DefaultValueFactory = _ => EvaluateClassifier.FewestTexts };
        var (seed, json) = (Seed(), new Option<bool>("--json") { Description = "The figures as JSON" });
        var command = new Command("evaluate", "Trains on one CSV, scores another; any columns, any labels.\nExample: ./acikkapi classify evaluate --train a.csv --test b.csv --text text --label label --json")
        {
            train, test, text, label, predictions, fewest, seed, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            var figures = EvaluateClassifier.Run(parsed.GetValue(train)!, parsed.GetValue(test)!, parsed.GetValue(text)!, parsed.GetValue(label)!,
                parsed.GetValue(seed), parsed.GetValue(predictions), parsed.GetValue(fewest), cancel);
            if (parsed.GetValue(json)) Json.Print(figures);
            else Console.WriteLine(figures);
            return Task.FromResult(0);
        });
        return command;
    }

    static Command Predict()
    {
        var file = Required("--in", "CSV with texts", "F");
        var text = Required("--text", "Column with the text", "COLUMN");
        var predictions = Required("--out", "CSV to write: row,type_code,confidence,abstained", "P.csv");
        var command = new Command("predict", "Types for the texts of a CSV, by the model in service.\nExample: ./acikkapi classify predict --in texts.csv --text text --out types.csv")
        {
            file, text, predictions,
        };
        command.SetAction((parsed, cancel) =>
        {
            var rows = PredictFile.Run(Home.Default.Warehouse, parsed.GetValue(file)!, parsed.GetValue(text)!, parsed.GetValue(predictions)!, cancel);
            Log.Info($"{rows} rows written");
            return Task.FromResult(0);
        });
        return command;
    }

    static Command Emerging()
    {
        var asOf = AsOf.Option();
        var command = new Command("emerging", "What people newly write about, of four weeks' texts that got no type; and texts sent by many.\nExample: ./acikkapi classify emerging --as-of 2026-10-31") { asOf };
        command.SetAction((parsed, cancel) =>
        {
            Json.Print(EmergingTopics.Run(Home.Default.Warehouse, parsed.GetValue(asOf), cancel));
            return Task.FromResult(0);
        });
        return command;
    }

    static Command Drift()
    {
        var (asOf, seed) = (AsOf.Option(), Seed());
        var command = new Command("drift", "Whether what citizens write about has moved away from the model, and its error where people typed without seeing suggestions.\nExample: ./acikkapi classify drift --as-of 2026-10-31") { asOf, seed };
        command.SetAction((parsed, cancel) =>
        {
            Json.Print(MeasureDrift.Run(Home.Default.Warehouse, parsed.GetValue(asOf), parsed.GetValue(seed), cancel)
                ?? throw new UserError("No model is in service yet, or nothing was labelled; run: ./acikkapi nightly"));
            return Task.FromResult(0);
        });
        return command;
    }

    static Option<int> Seed() => new("--seed") { Description = "The same seed and data give the same model", HelpName = "S", DefaultValueFactory = _ => Night.Seed };

    static Option<string> Required(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };
}
