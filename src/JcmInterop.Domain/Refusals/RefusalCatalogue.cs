using System.Collections.Immutable;
using System.Reflection;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Refusals;

/// <summary>Every rule of the ledger by number, for the catalogue page and the console.</summary>
public static class RefusalCatalogue
{
    /// <summary>All rules in ascending number.</summary>
    public static ImmutableArray<RefusalRule> Rules { get; } =
        [.. new[] { typeof(AccountRules), typeof(IssuanceRules), typeof(TransferRules), typeof(AuthorizationRules), typeof(PartnerRules), typeof(CheckpointRules) }
            .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(p => p.PropertyType == typeof(RefusalRule))
            .Select(p => (RefusalRule)p.GetValue(null)!)
            .OrderBy(r => r.Number)];
}
