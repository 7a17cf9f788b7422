using System.Text.Json.Serialization;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Something that happened to the ledger; the journal keeps these for ever, and replaying them gives the state.</summary>
/// <remarks>Effective dates are in the events; the moment of recording is in the journal row.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AccountOpened), "account-opened")]
[JsonDerivedType(typeof(HoldPlaced), "hold-placed")]
[JsonDerivedType(typeof(HoldLifted), "hold-lifted")]
[JsonDerivedType(typeof(ProjectRegistered), "project-registered")]
[JsonDerivedType(typeof(DecisionRecorded), "decision-recorded")]
[JsonDerivedType(typeof(DecisionNotified), "decision-notified")]
[JsonDerivedType(typeof(LegIssued), "leg-issued")]
[JsonDerivedType(typeof(PartnerLegIssued), "partner-leg-issued")]
[JsonDerivedType(typeof(AuthorizationRecorded), "authorization-recorded")]
[JsonDerivedType(typeof(AuthorizationRevoked), "authorization-revoked")]
[JsonDerivedType(typeof(TransferOffered), "transfer-offered")]
[JsonDerivedType(typeof(TransferReceived), "transfer-received")]
[JsonDerivedType(typeof(TransferAccepted), "transfer-accepted")]
[JsonDerivedType(typeof(TransferRefused), "transfer-refused")]
[JsonDerivedType(typeof(TransferCompleted), "transfer-completed")]
[JsonDerivedType(typeof(TransferCancelled), "transfer-cancelled")]
[JsonDerivedType(typeof(UnitsMoved), "units-moved")]
[JsonDerivedType(typeof(UnitsUsed), "units-used")]
[JsonDerivedType(typeof(UnitsCancelled), "units-cancelled")]
[JsonDerivedType(typeof(PartnerUnitsDisposed), "partner-units-disposed")]
[JsonDerivedType(typeof(TestReceived), "test-received")]
[JsonDerivedType(typeof(TestSent), "test-sent")]
[JsonDerivedType(typeof(FaultRecorded), "fault-recorded")]
[JsonDerivedType(typeof(AuthorizationChanged), "authorization-changed")]
[JsonDerivedType(typeof(HelloTold), "hello-told")]
[JsonDerivedType(typeof(KeyPinned), "key-pinned")]
[JsonDerivedType(typeof(KeyEnded), "key-ended")]
[JsonDerivedType(typeof(StatusAsked), "status-asked")]
[JsonDerivedType(typeof(StatusAskedByPartner), "status-asked-by-partner")]
[JsonDerivedType(typeof(StatusTold), "status-told")]
[JsonDerivedType(typeof(CheckpointRecorded), "checkpoint-recorded")]
[JsonDerivedType(typeof(UnitsFirstTransferred), "units-first-transferred")]
[JsonDerivedType(typeof(LogSetBack), "log-set-back")]
public abstract record LedgerEvent;

/// <summary>The partner contradicted this side's records; only the fault was recorded.</summary>
/// <param name="Fault">The fault.</param>
public sealed record FaultRecorded(ProtocolFault Fault) : LedgerEvent;

/// <summary>A test message was sent.</summary>
/// <param name="Text">Its text.</param>
public sealed record TestSent(string Text) : LedgerEvent;

/// <summary>A test message was received.</summary>
/// <param name="Text">Its text.</param>
public sealed record TestReceived(string Text) : LedgerEvent;
