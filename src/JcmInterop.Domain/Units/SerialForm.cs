namespace JcmInterop.Domain.Units;

/// <summary>What serials that print alike share: the text before and behind the number.</summary>
/// <param name="Prefix">Text printed before the number.</param>
/// <param name="Suffix">Text printed after the number.</param>
internal readonly record struct SerialForm(string Prefix, string Suffix) : IComparable<SerialForm>
{
    /// <summary>The form of a range.</summary>
    public static SerialForm Of(SerialRange serials) => new(serials.Prefix, serials.Suffix);

    /// <inheritdoc/>
    public int CompareTo(SerialForm other)
    {
        var byPrefix = string.CompareOrdinal(Prefix, other.Prefix);
        return byPrefix != 0 ? byPrefix : string.CompareOrdinal(Suffix, other.Suffix);
    }
}
