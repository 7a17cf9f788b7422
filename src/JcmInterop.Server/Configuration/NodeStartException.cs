namespace JcmInterop.Server.Configuration;

/// <summary>The node cannot start: one sentence that names the place, and what would help.</summary>
public sealed class NodeStartException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">The property, file or address.</param>
    /// <param name="english">What is wrong, in English.</param>
    /// <param name="japanese">What is wrong, in Japanese.</param>
    /// <param name="remedyEnglish">What to do, in English.</param>
    /// <param name="remedyJapanese">What to do, in Japanese.</param>
    /// <param name="cause">What the system said.</param>
    public NodeStartException(
        string place, string english, string japanese, string remedyEnglish, string remedyJapanese, Exception? cause = null)
        : base($"{english} ({place}) {remedyEnglish}", cause)
    {
        Place = place;
        English = english;
        Japanese = japanese;
        RemedyEnglish = remedyEnglish;
        RemedyJapanese = remedyJapanese;
    }

    /// <summary>The property, file or address.</summary>
    public string Place { get; }

    /// <summary>What is wrong, in English.</summary>
    public string English { get; }

    /// <summary>What is wrong, in Japanese.</summary>
    public string Japanese { get; }

    /// <summary>What to do, in English.</summary>
    public string RemedyEnglish { get; }

    /// <summary>What to do, in Japanese.</summary>
    public string RemedyJapanese { get; }

    internal static NodeStartException Configuration(string property, string what, string whatJapanese, Exception? cause = null) => new(
        property,
        $"The configuration of the node is not usable: {what}.",
        $"ノードの設定を使用できません: {whatJapanese}。",
        "Correct this property and start the node again.",
        "この項目を修正してノードを再起動してください。",
        cause);
}
