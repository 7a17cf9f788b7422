using System.Text.Json.Serialization;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>The body of a message between two nodes. The discriminators are the message types of the protocol.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DecisionNotice), "decision-notice")]
[JsonDerivedType(typeof(LegNotice), "leg-notice")]
[JsonDerivedType(typeof(AuthorizationNotice), "authorization-notice")]
[JsonDerivedType(typeof(RevocationNotice), "revocation-notice")]
[JsonDerivedType(typeof(TransferApproval), "transfer-approval")]
[JsonDerivedType(typeof(TransferProposal), "transfer-proposal")]
[JsonDerivedType(typeof(TransferAcceptance), "transfer-acceptance")]
[JsonDerivedType(typeof(TransferRefusal), "transfer-refusal")]
[JsonDerivedType(typeof(TransferCompletion), "transfer-completion")]
[JsonDerivedType(typeof(TransferCancellation), "transfer-cancellation")]
[JsonDerivedType(typeof(DisposalNotice), "disposal-notice")]
[JsonDerivedType(typeof(TestMessage), "test")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(KeyIntroduction), "key-introduction")]
[JsonDerivedType(typeof(KeyWithdrawal), "key-withdrawal")]
[JsonDerivedType(typeof(StatusQuery), "status-query")]
[JsonDerivedType(typeof(StatusAnswer), "status-answer")]
[JsonDerivedType(typeof(AuthorizationChange), "authorization-change")]
[JsonDerivedType(typeof(CheckpointNotice), "checkpoint")]
[JsonDerivedType(typeof(CheckpointCosignature), "checkpoint-cosignature")]
public abstract record PartnerMessage;

/// <summary>A message that asks for nothing but its receipt.</summary>
/// <param name="Text">Any text, at most 1,000 characters.</param>
public sealed record TestMessage(string Text) : PartnerMessage;

/// <summary>Sends a test message to the partner.</summary>
/// <param name="Text">Any text, at most 1,000 characters.</param>
public sealed record SendTest(string Text) : LedgerCommand;
