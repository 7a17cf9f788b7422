using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance;

/// <summary>What is tested, and as whom.</summary>
/// <param name="Url">Base address of the endpoint.</param>
/// <param name="Outgoing">The direction from the Party the kit plays to the endpoint's.</param>
/// <param name="Key">The key the kit signs with; the endpoint has pinned its public part for the Party played.</param>
/// <param name="EndpointKeys">The keys of the endpoint's Party.</param>
public sealed record ConformanceTarget(Uri Url, MessageRoute Outgoing, SigningKey Key, PartnerKeyRing EndpointKeys)
{
    /// <summary>The Party the kit plays.</summary>
    public PartyCode Played => Outgoing.From;

    /// <summary>The Party whose endpoint is tested.</summary>
    public PartyCode Tested => Outgoing.To;

    /// <summary>Longest wait for an answer.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a message the endpoint sends of its own accord.</summary>
    public TimeSpan MessageWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Address the kit listens on for the endpoint's messages, ending in a slash; nothing where the endpoint cannot reach the kit, and then its sending is not tested.</summary>
    public Uri? ListenOn { get; init; }
}
