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

/// <summary>One record of the ledger's state, kept under its kind and key. The kinds are the discriminators below.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "item")]
[JsonDerivedType(typeof(Account), "account")]
[JsonDerivedType(typeof(Project), "project")]
[JsonDerivedType(typeof(DecisionRecord), "decision")]
[JsonDerivedType(typeof(IssuanceLeg), "leg")]
[JsonDerivedType(typeof(AuthorizationRecord), "authorization")]
[JsonDerivedType(typeof(Transfer), "transfer")]
[JsonDerivedType(typeof(UnitBlock), "block")]
[JsonDerivedType(typeof(UnitTotals), "totals")]
[JsonDerivedType(typeof(Counter), "counter")]
[JsonDerivedType(typeof(PartnerDisposal), "partner-disposal")]
[JsonDerivedType(typeof(ProtocolFault), "protocol-fault")]
[JsonDerivedType(typeof(AuthorizationVersion), "authorization-version")]
[JsonDerivedType(typeof(Announcement), "announcement")]
[JsonDerivedType(typeof(NodeKey), "node-key")]
[JsonDerivedType(typeof(CheckpointRecord), "checkpoint")]
public abstract record LedgerItem
{
    /// <summary>The key, unique among the items of its kind; stable for the life of the item.</summary>
    public abstract string ItemKey();
}
