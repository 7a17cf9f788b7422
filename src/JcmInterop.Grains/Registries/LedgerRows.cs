using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Registries;

/// <summary>Turns the changes of a ledger state into the rows the store keeps.</summary>
internal static class LedgerRows
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(LedgerItem).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    /// <summary>The last change to every item, in the order in which the items were first touched.</summary>
    public static IReadOnlyCollection<LedgerChange> Latest(IEnumerable<LedgerChange> changes)
    {
        var latest = new OrderedDictionary<(Type, string), LedgerChange>();
        foreach (var change in changes) latest[(change.ItemType, change.Key)] = change;
        return latest.Values;
    }

    /// <summary>The row change of one item.</summary>
    public static StateChange Row(LedgerChange change)
    {
        var kind = Kinds[change.ItemType];
        return change.Item is { } item
            ? StateChange.Set(kind, change.Key, WireJson.Write<LedgerItem>(item), Columns(item))
            : StateChange.Delete(kind, change.Key);
    }

    /// <summary>The deadline a transfer of this side waits for, or its end.</summary>
    public static DeadlineChange Deadline(Transfer transfer) =>
        new(transfer.Offer.Id.ToString(), transfer.IsReserving ? transfer.Offer.DecideBy : null);

    private static StateColumns? Columns(LedgerItem item) => item switch
    {
        Account account => new AccountColumns(account.Kind.ToString(), account.Holder.NameEnglish),
        UnitBlock block => new UnitBlockColumns(
            block.Serials.Prefix,
            block.Serials.First,
            block.Serials.Final,
            block.Serials.Suffix,
            block.Account.ToString(),
            block.Status != BlockStatus.TransferredOut,
            block.Project.ToString(),
            block.Vintage.Year,
            block.Status.ToString(),
            block.Itmo is { } itmo ? $"{itmo.CooperativeApproach}-{itmo.OriginatingRegistry}-{itmo.FirstTransferringParty}" : null,
            block.Itmo?.FirstSerial),
        _ => null,
    };
}
