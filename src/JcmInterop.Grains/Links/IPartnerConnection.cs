using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Grains.Links;

/// <summary>Carries bytes to the partner's node and its answers back. Knows nothing of what they mean.</summary>
public interface IPartnerConnection
{
    /// <summary>Posts a signed message.</summary>
    Task<PartnerAnswer> SendAsync(RegistryConfiguration registry, ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Asks the partner's node for its time.</summary>
    /// <returns>The time, or why there is none.</returns>
    Task<PartnerAnswer> AskTimeAsync(RegistryConfiguration registry, CancellationToken cancellation);

    /// <summary>Asks the partner's node for the rows of its journal that name a message, with their proofs.</summary>
    /// <param name="registry">Which registry.</param>
    /// <param name="messageId">Id of the message.</param>
    /// <param name="messageHash">The message hash, which only the two sides and who holds the message know.</param>
    /// <param name="cancellation">Stops the asking.</param>
    /// <returns>The rows, or why there are none; a node of the base set does not hand them out.</returns>
    Task<PartnerAnswer> AskProofAsync(RegistryConfiguration registry, Guid messageId, Digest messageHash, CancellationToken cancellation) =>
        Task.FromResult<PartnerAnswer>(new PartnerAnswer.Refusal(404, "The partner's node does not hand out proofs.", null));

    /// <summary>Asks the partner's node how far both directions of messages have come there.</summary>
    /// <returns>The heads, or why there are none; a node of the base set does not tell them.</returns>
    Task<PartnerAnswer> AskHeadsAsync(RegistryConfiguration registry, CancellationToken cancellation) =>
        Task.FromResult<PartnerAnswer>(new PartnerAnswer.Refusal(404, "The partner's node does not tell its heads.", null));
}
