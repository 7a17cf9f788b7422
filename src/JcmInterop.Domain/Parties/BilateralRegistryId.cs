namespace JcmInterop.Domain.Parties;

/// <summary>The pair of Parties whose two registries form one bilateral registry, for example <c>JPN-THA</c>.</summary>
/// <remarks>Japan comes first in every JCM pair; other Article 6.2 pairs are in alphabetical order. The order carries no meaning in the accounting.</remarks>
public readonly record struct BilateralRegistryId : IComparable<BilateralRegistryId>
{
    /// <summary>Creates the id of a pair; the order of the arguments does not matter.</summary>
    /// <exception cref="ArgumentException">Both Parties are the same.</exception>
    public BilateralRegistryId(PartyCode one, PartyCode other)
    {
        if (one == other) throw new ArgumentException("A bilateral registry has two different Parties.", nameof(other));
        var swap = one != PartyCode.Japan && (other == PartyCode.Japan || one.CompareTo(other) > 0);
        First = swap ? other : one;
        Second = swap ? one : other;
    }

    /// <summary>The Party named first.</summary>
    public PartyCode First { get; }

    /// <summary>The Party named second.</summary>
    public PartyCode Second { get; }

    /// <summary>Reads <c>AAA-BBB</c>, in canonical order only.</summary>
    /// <returns>Whether the text is the id of a pair.</returns>
    public static bool TryParse(string? text, out BilateralRegistryId id)
    {
        id = default;
        if (text is not { Length: 7 } || text[3] != '-' || !PartyCode.IsValid(text[..3]) || !PartyCode.IsValid(text[4..])) return false;
        if (string.Equals(text[..3], text[4..], StringComparison.Ordinal)) return false;
        id = new BilateralRegistryId(new PartyCode(text[..3]), new PartyCode(text[4..]));
        return string.Equals(id.ToString(), text, StringComparison.Ordinal);
    }

    /// <summary>Reads <c>AAA-BBB</c>.</summary>
    /// <exception cref="FormatException">The text is not the id of a pair in canonical order.</exception>
    public static BilateralRegistryId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a bilateral registry such as JPN-THA.");

    /// <summary>Whether a Party is one of the two sides.</summary>
    public bool Includes(PartyCode party) => party == First || party == Second;

    /// <summary>The other side of the pair.</summary>
    /// <exception cref="ArgumentException"><paramref name="party"/> is neither side.</exception>
    public PartyCode CounterpartOf(PartyCode party) =>
        party == First ? Second : party == Second ? First : throw new ArgumentException($"{party} is not a side of {this}.", nameof(party));

    /// <inheritdoc/>
    public int CompareTo(BilateralRegistryId other)
    {
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : Second.CompareTo(other.Second);
    }

    /// <summary><c>AAA-BBB</c>.</summary>
    public override string ToString() => $"{First}-{Second}";
}
