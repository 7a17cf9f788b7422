using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;

namespace JcmInterop.Reporting.Projections;

/// <summary>Turns the history of one Party into the tables of its submission. The other Party's builder, given its own journal, yields the mirror rows.</summary>
/// <param name="settings">This side.</param>
/// <param name="history">Its history, read up to the moment of the report.</param>
public sealed class AefSubmissionBuilder(LedgerSettings settings, ActionHistory history)
{
    private const string UnderlyingRegistry = "JCM";

    /// <summary>Builds the submission of one reported year.</summary>
    /// <param name="submission">Table 1; its Party must be this side.</param>
    /// <param name="scope">Which authorizations table 2 lists.</param>
    /// <exception cref="ArgumentException">The submission is of another Party.</exception>
    public AefDocument Build(AefSubmission submission, AuthorizationScope scope = AuthorizationScope.ReportedYear)
    {
        if (submission.Party != settings.Party) throw new ArgumentException($"The submission is of {submission.Party}, the history of {settings.Party}.", nameof(submission));
        var authorizations = history.Authorizations
            .Where(a => a.Authorization.AuthorizingParty == settings.Party && IsListed(a.Authorization, submission, scope))
            .OrderBy(a => a.Authorization.AuthorizedOn).ThenBy(a => a.Authorization.Id.ToString(), StringComparer.Ordinal).ThenBy(a => a.Authorization.Version)
            .ToList();
        return new AefDocument(
            submission,
            authorizations.Select(Row),
            history.Actions.Where(a => a.On.Year == submission.ReportedYear).Select(Row),
            history.HoldingsAtEndOf(submission.HoldingsDay).Select(run => Units(run, settings.OwnRegistry)),
            authorizations.SelectMany(Entities));
    }

    /// <summary>Identification numbers of authorized entities of which this side has no name on record; table 5 cannot list them.</summary>
    public IReadOnlyList<string> UnnamedEntities() =>
        [.. history.Authorizations.Where(a => a.Authorization.AuthorizingParty == settings.Party).SelectMany(a => a.Authorization.AuthorizedEntities)
            .Distinct(StringComparer.Ordinal).Where(e => !history.Entities.Any(h => h.IdentificationNumber == e && h.Country is not null))];

    private static bool IsListed(Authorization authorization, AefSubmission submission, AuthorizationScope scope) => scope == AuthorizationScope.ReportedYear
        ? authorization.AuthorizedOn.Year == submission.ReportedYear
        : authorization.AuthorizedOn.Year <= submission.ReportedYear;

    internal static AefAuthorizationRow Row(RecordedAuthorization recorded)
    {
        var terms = recorded.Authorization;
        return new AefAuthorizationRow(terms.Id.ToString(), terms.AuthorizedOn, terms.CooperativeApproach, terms.Version, Purpose(terms.Uses))
        {
            Quantity = terms.QuantityCap,
            Sectors = terms.Sectors,
            ActivityTypes = terms.ActivityTypes,
            AuthorizedParties = terms.AuthorizedParties,
            AuthorizedEntities = terms.AuthorizedEntities,
            OimpAuthorized = terms.Uses == AuthorizedUses.Ndc ? null : terms.PurposeText,
            OccurredFromYear = terms.VintageFirst.Year,
            OccurredToYear = terms.VintageFinal.Year,
            Terms = terms.Terms,
            FirstTransferDefinition = Definition(terms.FirstTransferDefinition),
            Explanation = recorded.RevokedOn is { } revoked ? $"Revoked from {revoked:yyyy-MM-dd}; first transferred units are not affected." : null,
        };
    }

    private AefActionRow Row(UnitAction action)
    {
        var at = new DateTimeOffset(action.On.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var isDisposal = action.Disposal is not null;
        return new AefActionRow(at, Type(action), Subtype(action), Units(action.Units, settings.OwnRegistry))
        {
            TransferringParty = action.Kind == UnitActionKind.Acquisition ? action.Counterparty : null,
            AcquiringParty = action.Kind is UnitActionKind.FirstTransfer or UnitActionKind.Transfer ? action.Counterparty : null,
            Purpose = action.Disposal is { Purpose: CancellationPurpose.InternationalMitigation or CancellationPurpose.OtherPurposes } disposal
                ? disposal.PurposeText ?? (disposal.Purpose == CancellationPurpose.InternationalMitigation ? "IMP" : "OP")
                : null,
            UsingParty = isDisposal ? settings.Party : null,
            UsingEntity = action.Disposal?.Entity,
            UsedForYear = action.Disposal?.UsedForYear,
        };
    }

    internal static AefUnits Units(UnitRun run, PartyRegistryId registry)
    {
        var first = run.Itmo!.Id(0, run.Vintage);
        return new AefUnits(run.FirstTransfer!.Authorization.ToString(), registry, first, checked(first.Serial + run.Quantity.Tonnes - 1), AefMitigationType.EmissionReductions)
        {
            UnderlyingRegistry = UnderlyingRegistry,
            UnderlyingFirst = run.Serials.FirstText,
            UnderlyingLast = run.Serials.FinalText,
        };
    }

    private IEnumerable<AefEntityRow> Entities(RecordedAuthorization recorded) =>
        from number in recorded.Authorization.AuthorizedEntities
        from holder in history.Entities.Where(h => h.IdentificationNumber == number && PartyCode.IsValid(h.Country)).Take(1)
        select new AefEntityRow(recorded.Authorization.AuthorizedOn, holder.NameEnglish, new PartyCode(holder.Country!), number, recorded.Authorization.CooperativeApproach);

    private static AefActionType Type(UnitAction action) => action.Kind switch
    {
        UnitActionKind.FirstTransfer => AefActionType.FirstTransfer,
        UnitActionKind.Transfer => AefActionType.Transfer,
        UnitActionKind.Acquisition => AefActionType.Acquisition,
        UnitActionKind.Use => AefActionType.Use,
        UnitActionKind.Cancellation => action.Disposal!.Purpose == CancellationPurpose.Voluntary ? AefActionType.VoluntaryCancellation : AefActionType.Cancellation,
        _ => throw new InvalidOperationException("Unknown kind of action."),
    };

    private static AefActionSubtype? Subtype(UnitAction action) => (action.Kind, action.Disposal?.Purpose) switch
    {
        (UnitActionKind.FirstTransfer, null) when action.IsInPlace => action.Units.FirstTransfer!.Trigger switch
        {
            FirstTransferTrigger.Authorization => AefActionSubtype.Authorization,
            FirstTransferTrigger.Issuance => AefActionSubtype.Issuance,
            FirstTransferTrigger.AdaptationFund => AefActionSubtype.VoluntaryAdaptationFundTransfer,
            _ => AefActionSubtype.UseOrCancellation,
        },
        (UnitActionKind.FirstTransfer, null) => AefActionSubtype.FirstTransferToAnotherParty,
        (UnitActionKind.FirstTransfer or UnitActionKind.Cancellation, CancellationPurpose.OverallMitigation) => AefActionSubtype.VoluntaryOmgeCancellation,
        (UnitActionKind.FirstTransfer, _) => AefActionSubtype.UseOrCancellation,
        (UnitActionKind.Cancellation, _) => AefActionSubtype.OtherCancellations,
        _ => null,
    };

    internal static AefFirstTransferDefinition? Definition(FirstTransferDefinition? definition) => definition switch
    {
        null => null,
        FirstTransferDefinition.Authorization => AefFirstTransferDefinition.Authorization,
        FirstTransferDefinition.Issuance => AefFirstTransferDefinition.Issuance,
        FirstTransferDefinition.UseOrCancellation => AefFirstTransferDefinition.UseOrCancellation,
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "Unknown first transfer definition."),
    };

    internal static AefPurpose Purpose(AuthorizedUses uses) => uses switch
    {
        AuthorizedUses.Ndc => AefPurpose.Ndc,
        AuthorizedUses.InternationalMitigation => AefPurpose.Imp,
        AuthorizedUses.OtherPurposes => AefPurpose.Op,
        AuthorizedUses.InternationalMitigation | AuthorizedUses.OtherPurposes => AefPurpose.Oimp,
        AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation => AefPurpose.NdcAndImp,
        AuthorizedUses.Ndc | AuthorizedUses.OtherPurposes => AefPurpose.NdcAndOp,
        AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation | AuthorizedUses.OtherPurposes => AefPurpose.NdcAndOimp,
        _ => throw new ArgumentOutOfRangeException(nameof(uses), uses, "An authorization covers at least one use."),
    };
}
