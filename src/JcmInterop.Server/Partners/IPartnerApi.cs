using Refit;

namespace JcmInterop.Server.Partners;

/// <summary>The partner's node over HTTP. Answers are read by the caller, whatever their status.</summary>
internal interface IPartnerApi
{
    /// <summary>Delivers a signed message.</summary>
    [Post("/partner/v1/registries/{registry}/messages")]
    Task<HttpResponseMessage> SendAsync(string registry, [Body] HttpContent message, CancellationToken cancellation);

    /// <summary>Asks for the rows of the journal that name a message.</summary>
    [Get("/partner/v1/registries/{registry}/proofs/{message}")]
    Task<HttpResponseMessage> ProofAsync(string registry, string message, [Query] string hash, CancellationToken cancellation);

    /// <summary>Asks how far both directions of messages have come.</summary>
    [Get("/partner/v1/registries/{registry}/heads")]
    Task<HttpResponseMessage> HeadsAsync(string registry, CancellationToken cancellation);

    /// <summary>Asks for the time.</summary>
    [Get("/partner/v1/time")]
    Task<HttpResponseMessage> TimeAsync(CancellationToken cancellation);
}
