using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>H1 to H11: the host country authorized these units for CORSIA. Not needed for reductions up to 2020.</summary>
internal static class HostRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        if (!question.NeedsAuthorization) return [];
        if (question.Block.Authorization is { } authorization) return [.. Terms(question.Block, authorization), .. Revocation(question, authorization)];
        return question.Block.Host == HostStanding.Party
            ? [CorsiaReasons.Conditional("AUTH_MISSING")]
            : [CorsiaReasons.NotEligible("AUTH_REFUSED")];
    }

    /// <summary>Quantity the cap still allows, from the front of the block.</summary>
    public static UnitQuantity? Room(CorsiaBlock block) => block.Authorization is { Cap: { } cap } authorization
        ? new UnitQuantity(Math.Max(0, cap.Tonnes - authorization.FirstTransferredBefore.Tonnes))
        : null;

    private static IEnumerable<CorsiaReason> Terms(CorsiaBlock block, HostAuthorization authorization)
    {
        if (!authorization.Uses.HasFlag(AuthorizedUses.InternationalMitigation))
            yield return CorsiaReasons.NotEligible(authorization.Uses.HasFlag(AuthorizedUses.OtherPurposes) ? "AUTH_PURPOSE_OTHER_ONLY" : "AUTH_PURPOSE_NDC_ONLY", authorization.Id);
        else if (authorization.ExcludesCorsia) yield return CorsiaReasons.NotEligible("AUTH_SCHEME_EXCLUDES_CORSIA", authorization.Id);
        if (IsOutOfScope(block, authorization)) yield return CorsiaReasons.NotEligible("AUTH_SCOPE_MISMATCH", authorization.Id);
        if (Room(block) is { } room && room < block.Quantity) yield return CorsiaReasons.NotEligible("AUTH_QTY_EXCEEDED", authorization.Id, room);
        if (!authorization.IsPublic) yield return CorsiaReasons.Conditional("AUTH_NOT_PUBLIC", authorization.Id);
        if (authorization.FirstTransferDefinition is null) yield return CorsiaReasons.Conditional("AUTH_FT_UNDEFINED", authorization.Id);
        if (!authorization.IsIssuerRecognised) yield return CorsiaReasons.Conditional("AUTH_ISSUER_UNRECOGNISED", authorization.Id);
    }

    private static IEnumerable<CorsiaReason> Revocation(CorsiaQuestion question, HostAuthorization authorization)
    {
        if (authorization.RevokedOn is not { } revoked || revoked > question.Day) yield break;
        if (question.Block.FirstTransferredOn is not { } transferred || revoked <= transferred) yield return CorsiaReasons.NotEligible("AUTH_REVOKED_PRE_FT", authorization.Id, revoked);
        else if (authorization.TermsReachFirstTransferred) yield return CorsiaReasons.Conditional("AUTH_REVOKED_POST_FT", authorization.Id, revoked);
        else yield return CorsiaReasons.Information("AUTH_REVOKED_POST_FT", authorization.Id, revoked);
    }

    private static bool IsOutOfScope(CorsiaBlock block, HostAuthorization authorization) =>
        (authorization.Activities is { } activities && (block.Activity is not { } activity || !activities.Contains(activity)))
        || block.From?.Year < authorization.VintageFirst
        || block.To?.Year > authorization.VintageFinal;
}
