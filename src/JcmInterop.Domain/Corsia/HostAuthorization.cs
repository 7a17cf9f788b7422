using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>The host country's letter of authorization, as far as it decides eligibility.</summary>
/// <param name="Id">Id of the authorization.</param>
/// <param name="Uses">Uses covered; CORSIA is an international mitigation purpose.</param>
public sealed record HostAuthorization(string Id, AuthorizedUses Uses)
{
    /// <summary>Whether its terms exclude CORSIA although they cover international mitigation purposes.</summary>
    public bool ExcludesCorsia { get; init; }

    /// <summary>Activities covered; nothing when all are.</summary>
    public IReadOnlyCollection<string>? Activities { get; init; }

    /// <summary>First calendar year covered, or nothing.</summary>
    public int? VintageFirst { get; init; }

    /// <summary>Last calendar year covered, included, or nothing.</summary>
    public int? VintageFinal { get; init; }

    /// <summary>Largest quantity that may be first transferred, or nothing.</summary>
    public UnitQuantity? Cap { get; init; }

    /// <summary>Quantity first transferred under it before this block.</summary>
    public UnitQuantity FirstTransferredBefore { get; init; }

    /// <summary>The event that is the first transfer; nothing when the letter does not say.</summary>
    public FirstTransferDefinition? FirstTransferDefinition { get; init; }

    /// <summary>Day of revocation, or nothing.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>Whether its terms allow a revocation after first transfer to take effect (4/CMA.6, paragraph 7).</summary>
    public bool TermsReachFirstTransferred { get; init; }

    /// <summary>Whether the letter is public and its hash is kept.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether the issuer is the Party's notified authority.</summary>
    public bool IsIssuerRecognised { get; init; }
}
