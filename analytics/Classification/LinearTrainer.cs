using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace AcikKapi.Analytics.Classification;

/// <summary>
/// One logistic regression a class against the rest, by ML.NET's SDCA. Classes are learned side by side, each by one
/// thread: several threads inside one SDCA run give another model each time (machinelearning #5434). With many classes
/// nearly all rows are negatives that teach the same: a class then learns from a seeded draw of them.
/// </summary>
static class LinearTrainer
{
    const int FewNegatives = 2_000; // up to so many are all taken
    const int NegativesAPositive = 20;

    sealed class Example
    {
        public bool Label { get; set; }
        public VBuffer<float> Features { get; set; }
    }

    public static LinearModel Train(SparseText[] texts, int[] classes, int classCount, int termCount, int seed, CancellationToken cancel)
    {
        var features = Array.ConvertAll(texts, t => new VBuffer<float>(termCount, t.Terms.Length, t.Weights, t.Terms));
        var weights = new float[termCount * classCount];
        var biases = new float[classCount];
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, classCount, options, one =>
        {
            var model = TrainOne(features, classes, one, RowsFor(classes, one, seed), termCount, seed);
            biases[one] = model.Bias;
            for (var term = 0; term < termCount; term++) weights[term * classCount + one] = model.Weights[term];
        });
        return new LinearModel(weights, biases);
    }

    static int[] RowsFor(int[] classes, int one, int seed)
    {
        var random = new Random(HashCode(seed, one));
        var positives = classes.Count(c => c == one);
        var share = Math.Max(FewNegatives, NegativesAPositive * positives) / (double)(classes.Length - positives);
        return [.. Enumerable.Range(0, classes.Length).Where(i => classes[i] == one || random.NextDouble() < share)];
    }

    // Not System.HashCode, which differs from process to process.
    static int HashCode(int seed, int one) => unchecked(seed * 31 + one);

    static LinearBinaryModelParameters TrainOne(VBuffer<float>[] features, int[] classes, int one, int[] rows, int termCount, int seed)
    {
        var learning = new MLContext(seed);
        var shape = SchemaDefinition.Create(typeof(Example));
        shape[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, termCount);
        var examples = rows.Select(i => new Example { Label = classes[i] == one, Features = features[i] });
        var trainer = learning.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LossFunction = new LogLoss(),
            L2Regularization = 3e-5f, // best of 3e-5, 1e-4, 2e-4 in cross-validation over the municipal complaints' training side
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 15,
        });
        return trainer.Fit(learning.Data.LoadFromEnumerable(examples, shape)).Model;
    }
}
