namespace JcmInterop.Grains.Problems;

/// <summary>Why something was not done, in words for the person who must act: a fault in what a partner sent, or trouble with the outside world.</summary>
/// <param name="Number">Stable number: 8xxx trouble of this node, 9xxx faults of the wire.</param>
/// <param name="English">One sentence that names the offending value.</param>
/// <param name="Japanese">The same sentence in Japanese.</param>
/// <param name="Citation">The standard, the part of the protocol, or the product's own policy behind it.</param>
/// <param name="RemedyEnglish">What would succeed.</param>
/// <param name="RemedyJapanese">The same in Japanese.</param>
/// <param name="Place">Where in the input; empty where there is no place.</param>
/// <param name="ExpectedSequence">Where a message is missing: the sequence number expected next.</param>
/// <param name="IsAlarm">Whether a person must be told at once.</param>
[GenerateSerializer]
[Immutable]
public sealed record Problem(
    [property: Id(0)] int Number,
    [property: Id(1)] string English,
    [property: Id(2)] string Japanese,
    [property: Id(3)] string Citation,
    [property: Id(4)] string RemedyEnglish,
    [property: Id(5)] string RemedyJapanese,
    [property: Id(6)] string Place = "",
    [property: Id(7)] long? ExpectedSequence = null,
    [property: Id(8)] bool IsAlarm = false);
