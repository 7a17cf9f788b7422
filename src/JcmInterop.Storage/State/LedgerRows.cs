using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.State;

/// <summary>Turns events of the ledger into journal entries, what they changed into rows of the state tables, and both back.</summary>
/// <remarks>The same item always gives the same bytes, so that a replayed state can be compared with the stored one byte by byte.</remarks>
public static class LedgerRows
{
    internal static readonly JsonBounds Bounds = new(JournalEntry.PayloadBytesMax, JsonBounds.WireDepthMax);

    private static readonly FrozenDictionary<Type, string> Kinds = typeof(LedgerItem)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The journal entry of an event; its kind is the name of the event.</summary>
    public static JournalEntry Entry(LedgerEvent happened, DateTimeOffset recordedAt) =>
        new(recordedAt, WireJson.KindOf(happened), WireJson.Write(happened));

    /// <summary>The kind of journal entry that events of a type have.</summary>
    public static string EventKind<TEvent>()
        where TEvent : LedgerEvent => (string)typeof(LedgerEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Single(a => a.DerivedType == typeof(TEvent)).TypeDiscriminator!;

    /// <summary>Whether a journal entry is an event of the ledger, and not one that only names a message.</summary>
    public static bool IsEvent(JournalEntry entry) => !MessageRow.IsKind(entry.Kind);

    /// <summary>The event of a journal entry.</summary>
    /// <exception cref="MalformedJsonException">The entry is not an event this version knows.</exception>
    public static LedgerEvent Event(JournalEntry entry) => WireJson.Read<LedgerEvent>(entry.Payload.Span, Bounds);

    /// <summary>The item of a stored body.</summary>
    /// <exception cref="MalformedJsonException">The body is not an item this version knows.</exception>
    public static LedgerItem Item(StateItem stored) => Item(stored.Body.Span);

    /// <summary>The state of a registry as it was loaded.</summary>
    /// <exception cref="MalformedJsonException">An item is not one this version knows.</exception>
    public static LedgerState State(IEnumerable<StateItem> stored) => LedgerState.FromItems(stored.Select(Item));

    internal static LedgerItem Item(ReadOnlySpan<byte> body) => WireJson.Read<LedgerItem>(body, Bounds);

    /// <summary>The kind under which items of a type are kept: their discriminator in JSON.</summary>
    /// <exception cref="ArgumentException">The type is not a ledger item.</exception>
    public static string Kind(Type itemType) =>
        Kinds.TryGetValue(itemType, out var kind) ? kind : throw new ArgumentException($"{itemType.Name} is not an item of the ledger.", nameof(itemType));

    /// <summary>The rows to write for some changes; of several changes to one item only the last is written.</summary>
    public static IReadOnlyList<StateChange> Of(IEnumerable<LedgerChange> changes)
    {
        var last = new Dictionary<(Type, string), LedgerChange>();
        foreach (var change in changes) last[(change.ItemType, change.Key)] = change;
        return [.. last.Values.Select(change => Row(change))];
    }

    /// <summary>The row of an item.</summary>
    public static StateChange Of(LedgerItem item) => Row(item, item.ItemKey());

    private static StateChange Row(LedgerChange change) =>
        change.Item is { } item ? Row(item, change.Key) : StateChange.Delete(Kind(change.ItemType), change.Key);

    private static StateChange Row(LedgerItem item, string key) => StateChange.Set(Kind(item.GetType()), key, WireJson.Write(item), Columns(item));

    private static StateColumns? Columns(LedgerItem item) => item switch
    {
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
        Account account => new AccountColumns(account.Kind.ToString(), account.Holder.NameEnglish),
        _ => null,
    };
}
