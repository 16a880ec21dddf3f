using MathNet.Numerics;

namespace AcikKapi.Analytics.Classification;

/// <summary>A first choice: how sure the machine was, and whether it was wrong.</summary>
readonly record struct Answer(float Confidence, bool Wrong);

/// <summary>The least confidence at which a machine may decide.</summary>
static class FitThreshold
{
    /// <summary>At most this share of what is decided may be wrong.</summary>
    public const double AcceptedError = 0.02;

    public const float Never = 2;

    const double Doubt = 0.05;

    /// <summary>
    /// The lowest confidence above which the share wrong is at most <see cref="AcceptedError"/> with 95 % confidence (Clopper and
    /// Pearson 1934). Wrong ones are not counted but expected, by a logistic curve of the log-odds of confidence over all answers:
    /// of a few hundred texts only some are wrong near the threshold, and it would hang on each of them. Above 1, that is never,
    /// where there are too few answers: 149 without a mistake are needed.
    /// </summary>
    public static float Run(IReadOnlyList<Answer> answers)
    {
        var curve = ScoreScale.Fit([.. answers.Select(Sureness)], [.. answers.Select(a => a.Wrong ? 1 : 0)]);
        var (threshold, wrong, count) = (Never, 0.0, 0);
        foreach (var answer in answers.OrderByDescending(a => a.Confidence))
        {
            wrong += curve.Probabilities(Sureness(answer))[1];
            count++;
            // The upper bound b solves P(Beta(wrong + 1, count − wrong) ≤ b) = 0.95.
            if (SpecialFunctions.BetaRegularized(wrong + 1, count - wrong, AcceptedError) >= 1 - Doubt) threshold = answer.Confidence;
        }

        return threshold;
    }

    static float[] Sureness(Answer answer)
    {
        var p = Math.Clamp(answer.Confidence, 1e-6, 1 - 1e-6);
        return [(float)Math.Log(p / (1 - p)), 0];
    }
}
