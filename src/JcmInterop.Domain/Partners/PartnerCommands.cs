using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Partners;

/// <summary>Tells the partner what this node understands; given at the start of the node, and by a person who wants the partner's answer.</summary>
public sealed record SayHello : LedgerCommand;

/// <summary>Introduces a new key of this side to the partner; it signs once the partner has said that it trusts it.</summary>
/// <param name="KeyId">RFC 7638 thumbprint of a key whose private part this node has.</param>
/// <param name="PublicKey">The public JSON Web Key in the canonical form whose SHA-256 is the thumbprint.</param>
/// <param name="ValidFrom">First instant of validity; absent for now.</param>
/// <param name="ValidTo">End of validity, not included; absent while it is open.</param>
public sealed record IntroduceKey(string KeyId, string PublicKey, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo) : LedgerCommand;

/// <summary>Withdraws a key of this side; another key must be trusted by the partner.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="EndsAt">End of its validity; absent for now.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawKey(string KeyId, DateTimeOffset? EndsAt, KeyEndReason Reason) : LedgerCommand;

/// <summary>Pins a key of the partner by an administrator's decision, after its id was compared on a way that both sides trust.</summary>
/// <param name="KeyId">RFC 7638 thumbprint of the key.</param>
/// <param name="PublicKey">The public JSON Web Key in the canonical form whose SHA-256 is the thumbprint.</param>
/// <param name="ValidFrom">First instant of validity; absent for now.</param>
/// <param name="ValidTo">End of validity, not included; absent while it is open.</param>
public sealed record PinPartnerKey(string KeyId, string PublicKey, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo) : LedgerCommand;

/// <summary>Ends the trust in a key of the partner by an administrator's decision, for example because the partner lost it.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="EndsAt">End of its validity; absent for now.</param>
/// <param name="Reason">Why.</param>
public sealed record EndPartnerKey(string KeyId, DateTimeOffset? EndsAt, KeyEndReason Reason) : LedgerCommand;

/// <summary>Asks the partner for the state of transfers in its records; given by a person, and by a timer for an accepted transfer that waits long.</summary>
/// <param name="Transfers">The transfers, at most 1,000; may be empty where the heads are asked for.</param>
/// <param name="Heads">Whether the heads of both directions are asked for.</param>
public sealed record AskStatus(ImmutableArray<TransferId> Transfers, bool Heads) : LedgerCommand;
