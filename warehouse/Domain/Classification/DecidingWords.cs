using System.Numerics.Tensors;

namespace AcikKapi.Domain.Classification;

/// <summary>Which words of a text spoke for a label.</summary>
static class DecidingWords
{
    const int ShortestWord = 3;

    /// <summary>
    /// A word's share is that of its terms (itself, its stem, its pieces) in the score of the label above the labels' mean; the
    /// words with the largest shares, as they stand in the folded text. Of a linear score this is no approximation, save that
    /// a piece which two words share counts for both.
    /// </summary>
    public static IReadOnlyList<string> Of(TextClassifier classifier, TurkishFeatures features, string text, SparseText seen, int label, int most) =>
    [
        .. TextTokens.Of(text).Where(w => w.Length >= ShortestWord && w[0] != '#').Distinct(StringComparer.Ordinal)
            .Select(word => (Word: word, Share: Share(classifier, features.CountWord(word).Keys, seen, label)))
            .Where(w => w.Share > 0)
            .OrderByDescending(w => w.Share).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Take(most).Select(w => w.Word),
    ];

    static float Share(TextClassifier classifier, IEnumerable<ulong> terms, SparseText seen, int label)
    {
        var share = 0f;
        foreach (var term in terms)
        {
            if (!classifier.Terms.Find(term, out var place)) continue;
            var at = Array.BinarySearch(seen.Terms, place);
            var weights = classifier.Model.Of(place);
            if (at >= 0) share += seen.Weights[at] * (weights[label] - TensorPrimitives.Sum(weights) / weights.Length);
        }

        return share;
    }
}
