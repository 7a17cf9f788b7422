using JcmInterop.Domain.Refusals;

namespace JcmInterop.Messages.Faults;

/// <summary>Why something a partner sent was not accepted: an expected answer, not an error.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">Where: a JSON Pointer with line and column, a member, or empty for the whole.</param>
/// <param name="English">One sentence that names the offending value.</param>
/// <param name="Japanese">The same sentence in Japanese.</param>
/// <param name="Citation">The standard or the part of the protocol behind it.</param>
/// <param name="RemedyEnglish">What would succeed.</param>
/// <param name="RemedyJapanese">The same in Japanese.</param>
public sealed record WireFault(
    WireFaultKind Kind, string Place, string English, string Japanese, string Citation, string RemedyEnglish, string RemedyJapanese)
{
    /// <summary>The rule number.</summary>
    public int Rule => (int)Kind;

    /// <summary>For <see cref="WireFaultKind.SequenceGap"/>: the sequence number that is expected next.</summary>
    public long? ExpectedSequence { get; init; }

    /// <summary>Whether the partner or somebody in between may be acting in bad faith, so that a person must be told at once.</summary>
    public bool IsAlarm => Kind is WireFaultKind.AlteredReplay or WireFaultKind.PreviousMismatch or WireFaultKind.WrongSignature or WireFaultKind.WrongSender
        or WireFaultKind.CheckpointInconsistent;

    /// <summary>The refusal a receipt or a problem answer carries; the place is part of the sentence there.</summary>
    public Refusal ToRefusal()
    {
        var at = Place.Length > 0 ? $" ({Place})" : "";
        return new Refusal(Rule, English + at, Japanese + at, Citation, RemedyEnglish, RemedyJapanese);
    }

    /// <summary>Rule number, sentence, place and remedy.</summary>
    public override string ToString() => $"{Rule} {English}{(Place.Length > 0 ? $" ({Place})" : "")} {RemedyEnglish}";
}
