using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Records;

/// <summary>The authorizations behind the blocks a Party hosts, as rows of table 2.</summary>
internal static class RecordAuthorizations
{
    /// <summary>One row per authorization given in a year, with what its blocks say together; the caller has checked that they agree.</summary>
    public static IReadOnlyList<AefAuthorizationRow> Of(IEnumerable<RecordOutcome> outcomes, RecordMapping mapping, int year) =>
    [
        .. outcomes.Where(o => o.IsHosted(mapping) && o.Record is { Status: AuthorizationStatus.Authorized, Authorization: not null, CooperativeApproach: not null } && o.Record.AuthorizedOn?.Year == year)
            .GroupBy(o => o.Record.Authorization!.Value, o => o.Record).Select(g => Row(g.Key, [.. g]))
            .OrderBy(a => a.AuthorizedOn).ThenBy(a => a.AuthorizationId, StringComparer.Ordinal),
    ];

    private static AefAuthorizationRow Row(AuthorizationId id, List<BlockRecord> blocks)
    {
        var one = blocks[0];
        return new AefAuthorizationRow(id.ToString(), one.AuthorizedOn!.Value, one.CooperativeApproach!.Value, 1, AefSubmissionBuilder.Purpose(one.Uses))
        {
            Sectors = [.. blocks.SelectMany(b => b.Sectors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ActivityTypes = [.. blocks.SelectMany(b => b.ActivityTypes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AuthorizedParties = [.. blocks.Select(b => b.AcquiringParty).OfType<PartyCode>().Distinct().Order()],
            OimpAuthorized = one.Uses == AuthorizedUses.Ndc ? null : blocks.Select(b => b.PurposeText).FirstOrDefault(t => t is not null),
            FirstTransferDefinition = AefSubmissionBuilder.Definition(one.Definition),
        };
    }
}
