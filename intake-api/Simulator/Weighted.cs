namespace AcikKapi.Simulator;

/// <summary>Items drawn in proportion to their weights, by bisection of the cumulated weights.</summary>
public sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public Weighted(IEnumerable<(T Item, double Weight)> weighted)
    {
        var list = weighted.Where(w => w.Weight > 0).ToArray();
        _items = [.. list.Select(w => w.Item)];
        _upTo = new double[list.Length];
        var sum = 0.0;
        for (var i = 0; i < list.Length; i++) _upTo[i] = sum += list[i].Weight;
    }

    public IReadOnlyList<T> Items => _items;

    public double Total => _upTo.Length == 0 ? 0 : _upTo[^1];

    public T Draw(Dice dice) => _items[IndexAt(dice.Share() * Total)];

    private int IndexAt(double target)
    {
        var found = Array.BinarySearch(_upTo, target);
        return Math.Min(found >= 0 ? found + 1 : ~found, _items.Length - 1);
    }
}
