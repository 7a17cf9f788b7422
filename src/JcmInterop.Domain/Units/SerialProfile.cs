using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Units;

/// <summary>How one registry lays out the serial numbers it issues: ordered elements, a separator, and one running number.</summary>
/// <remarks>The layout of the JCM common specifications is not known from public material, so a profile is configuration of each
/// registry with an effective date, and the printed text of every serial is kept as it was issued.</remarks>
public sealed record SerialProfile
{
    /// <summary>Creates a profile.</summary>
    /// <param name="name">Name shown to administrators.</param>
    /// <param name="separator">Text between two elements, for example a hyphen.</param>
    /// <param name="elements">Elements in printed order; exactly one is the running number.</param>
    /// <exception cref="ArgumentException">There is not exactly one running number, or the separator does not part the number from its neighbours.</exception>
    public SerialProfile(string name, string separator, IReadOnlyList<SerialElement> elements)
    {
        if (elements.Count(e => e.Kind == SerialElementKind.Number) != 1)
            throw new ArgumentException($"The serial profile '{name}' needs exactly one running number.", nameof(elements));
        if (separator.Length == 0 || separator.Any(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"The serial profile '{name}' needs a separator without letters or digits.", nameof(separator));
        Name = name;
        Separator = separator;
        Elements = elements;
    }

    /// <summary>A neutral layout for pairs whose official one is not known: issuing Party, counterpart, project, vintage, number.</summary>
    public static SerialProfile Neutral { get; } = new(
        "neutral",
        "-",
        [
            new SerialElement(SerialElementKind.IssuingParty),
            new SerialElement(SerialElementKind.Counterpart),
            new SerialElement(SerialElementKind.ProjectReference),
            new SerialElement(SerialElementKind.Vintage),
            new SerialElement(SerialElementKind.Number),
        ]);

    /// <summary>Name shown to administrators.</summary>
    public string Name { get; }

    /// <summary>Text between two elements.</summary>
    public string Separator { get; }

    /// <summary>Elements in printed order.</summary>
    public IReadOnlyList<SerialElement> Elements { get; }

    /// <summary>The serials with the numbers <paramref name="first"/> to <paramref name="final"/>, both included, of one project and vintage.</summary>
    public SerialRange Range(PartyCode issuing, PartyCode counterpart, string project, Vintage vintage, long first, long final)
    {
        var texts = Elements.Select(e => Text(e, issuing, counterpart, project, vintage)).ToList();
        var number = texts.IndexOf(null);
        var prefix = string.Concat(texts.Take(number).Select(t => t + Separator));
        var suffix = string.Concat(texts.Skip(number + 1).Select(t => Separator + t));
        return new SerialRange(prefix, first, final, suffix);
    }

    private static string? Text(SerialElement element, PartyCode issuing, PartyCode counterpart, string project, Vintage vintage) => element.Kind switch
    {
        SerialElementKind.Literal => element.Literal ?? "",
        SerialElementKind.IssuingParty => issuing.Code,
        SerialElementKind.Counterpart => counterpart.Code,
        SerialElementKind.ProjectReference => project,
        SerialElementKind.Vintage => vintage.ToString(),
        SerialElementKind.Number => null,
        _ => throw new ArgumentOutOfRangeException(nameof(element), element.Kind, "Unknown serial element."),
    };
}
