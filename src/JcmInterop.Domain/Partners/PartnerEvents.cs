using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Partners;

/// <summary>One side told the other what its node understands.</summary>
/// <param name="Party">The side that told it.</param>
/// <param name="Hello">What it told.</param>
/// <param name="At">When this side recorded it.</param>
public sealed record HelloTold(PartyCode Party, Hello Hello, DateTimeOffset At) : LedgerEvent;

/// <summary>A key came to be trusted: introduced by its owner, or pinned by an administrator.</summary>
/// <param name="Key">The key.</param>
public sealed record KeyPinned(NodeKey Key) : LedgerEvent;

/// <summary>A key ended before its time: withdrawn by its owner, or by an administrator of the side that trusted it.</summary>
/// <param name="Key">The key as it now stands.</param>
public sealed record KeyEnded(NodeKey Key) : LedgerEvent;

/// <summary>This side asked the partner for its state of transfers.</summary>
/// <param name="Transfers">The transfers.</param>
/// <param name="Heads">Whether the heads were asked for.</param>
/// <param name="At">When.</param>
public sealed record StatusAsked(ImmutableArray<TransferId> Transfers, bool Heads, DateTimeOffset At) : LedgerEvent;

/// <summary>The partner asked this side for its state of transfers.</summary>
/// <param name="Transfers">The transfers.</param>
/// <param name="Heads">Whether the heads were asked for.</param>
public sealed record StatusAskedByPartner(ImmutableArray<TransferId> Transfers, bool Heads) : LedgerEvent;

/// <summary>The partner told its state of transfers. Nothing follows from it but what its completions and cancellations say.</summary>
/// <param name="Transfers">Their states.</param>
/// <param name="Heads">The heads of both directions; absent where they were not asked for.</param>
public sealed record StatusTold(ImmutableArray<TransferStatus> Transfers, ReportedHeads? Heads) : LedgerEvent;
