using System.Globalization;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>How a sandbox's people answer, so that a partner's developers can bring about every outcome.</summary>
internal static class SandboxRules
{
    /// <summary>Last two digits of a quantity, in tonnes, that is refused.</summary>
    private const int Refused = 13;

    /// <summary>Last two digits of a quantity, in tonnes, that is never answered.</summary>
    private const int Unanswered = 99;

    private const int LastTwoDigits = 100;
    private const string OfferWord = "offer ";
    private const long TonnesMax = 5_000;

    /// <summary>The rules in words.</summary>
    public static IReadOnlyList<(string English, string Japanese)> Told { get; } =
    [
        ($"Offers to the sandbox are accepted; a quantity ending in {Refused} is refused, and one ending in {Unanswered} is left until its deadline.",
            $"サンドボックスへの移転提案は受諾します。数量の末尾が {Refused} なら拒否し、{Unanswered} なら期限まで回答しません。"),
        ($"Send it a test message with the text '{OfferWord}25', and it offers 25 t to you (1 to {TonnesMax}).",
            $"本文が「{OfferWord}25」の test メッセージを送ると、25t の移転を提案します（1～{TonnesMax}）。"),
    ];

    /// <summary>What is done with an offer of a quantity.</summary>
    public static SandboxAnswer Answer(long tonnes) => (tonnes % LastTwoDigits) switch
    {
        Refused => SandboxAnswer.Refuse,
        Unanswered => SandboxAnswer.Wait,
        _ => SandboxAnswer.Accept,
    };

    /// <summary>The tonnes a test message asks to be offered; nothing where it asks for nothing.</summary>
    public static long? AskedOffer(string? text) =>
        text is not null && text.StartsWith(OfferWord, StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(OfferWord.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var tonnes) && tonnes is >= 1 and <= TonnesMax
            ? tonnes
            : null;
}
