using JcmInterop.Domain.Ledger;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Produces both files of a pair from one ledger: this side's own, and the mirror of it that the partner should file.</summary>
/// <param name="settings">This side.</param>
/// <param name="history">Its history, read up to the moment of the report.</param>
/// <param name="profile">Spellings and forms of both files.</param>
public sealed class AefTwinBuilder(LedgerSettings settings, ActionHistory history, AefProfile profile)
{
    /// <summary>Builds both files.</summary>
    /// <param name="submission">Table 1 of this side's own file.</param>
    /// <exception cref="ArgumentException">The submission is of another Party.</exception>
    public AefTwin Build(AefSubmission submission)
    {
        var mirrored = history.Actions.Where(a => a.On.Year == submission.ReportedYear && a.Counterparty == settings.Partner).ToList();
        var expected = AefFile.Of(
            new AefDocument(
                submission with { Party = settings.Partner },
                history.Authorizations.Where(a => a.Authorization.AuthorizingParty == settings.Partner && a.Authorization.AuthorizedOn.Year == submission.ReportedYear).Select(AefSubmissionBuilder.Row),
                mirrored.Select(Mirror), [], []),
            AefVersion2.Fields, profile);
        return new AefTwin(
            settings.Party,
            settings.Partner,
            AefFile.Of(new AefSubmissionBuilder(settings, history).Build(submission), AefVersion2.Fields, profile),
            expected,
            expected[AefTable.Actions].Zip(mirrored).ToDictionary(p => p.First, p => p.Second),
            history.UnfinishedTransfers);
    }

    private AefActionRow Mirror(UnitAction action)
    {
        var isAcquired = action.Kind == UnitActionKind.Acquisition;
        var type = !isAcquired ? AefActionType.Acquisition : action.IsFirstTransfer ? AefActionType.FirstTransfer : AefActionType.Transfer;
        return new AefActionRow(
            new DateTimeOffset(action.On.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), type,
            type == AefActionType.FirstTransfer ? AefActionSubtype.FirstTransferToAnotherParty : null,
            AefSubmissionBuilder.Units(action.Units, settings.PartnerRegistry))
        {
            TransferringParty = isAcquired ? null : settings.Party,
            AcquiringParty = isAcquired ? settings.Party : null,
        };
    }
}
