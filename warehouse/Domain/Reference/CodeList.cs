using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AcikKapi.Domain.Reference;

/// <summary>A reference list: enumerated in the file's order, looked up by code (ordinally). Immutable.</summary>
public sealed class CodeList<TCode, T> : IReadOnlyCollection<T> where TCode : notnull where T : class
{
    readonly IReadOnlyList<T> items;
    readonly Dictionary<TCode, T> byCode;

    internal CodeList(IReadOnlyList<T> items, Func<T, TCode> code)
    {
        this.items = items;
        byCode = items.ToDictionary(code);
    }

    public int Count => items.Count;

    public IEnumerable<TCode> Codes => byCode.Keys;

    /// <exception cref="UserError">The list has no such code.</exception>
    public T this[TCode code] => Find(code) ?? throw new UserError($"'{code}' is not a code of this list: {typeof(T).Name}.");

    public bool Contains([NotNullWhen(true)] TCode? code) => code is not null && byCode.ContainsKey(code);

    public T? Find(TCode? code) => code is null ? null : byCode.GetValueOrDefault(code);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
