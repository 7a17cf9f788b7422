using System.Text.Json.Serialization;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Something a registry administrator, or the deadline sweep, asks of the ledger.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenAccount), "open-account")]
[JsonDerivedType(typeof(PlaceHold), "place-hold")]
[JsonDerivedType(typeof(LiftHold), "lift-hold")]
[JsonDerivedType(typeof(RegisterProject), "register-project")]
[JsonDerivedType(typeof(RecordDecision), "record-decision")]
[JsonDerivedType(typeof(IssueLeg), "issue-leg")]
[JsonDerivedType(typeof(RecordAuthorization), "record-authorization")]
[JsonDerivedType(typeof(RevokeAuthorization), "revoke-authorization")]
[JsonDerivedType(typeof(ApproveTransfer), "approve-transfer")]
[JsonDerivedType(typeof(ProposeTransfer), "propose-transfer")]
[JsonDerivedType(typeof(RecordAcquisition), "record-acquisition")]
[JsonDerivedType(typeof(AcceptTransfer), "accept-transfer")]
[JsonDerivedType(typeof(RefuseTransfer), "refuse-transfer")]
[JsonDerivedType(typeof(WithdrawTransfer), "withdraw-transfer")]
[JsonDerivedType(typeof(ExpireTransfer), "expire-transfer")]
[JsonDerivedType(typeof(MoveUnits), "move-units")]
[JsonDerivedType(typeof(UseTowardsNdc), "use-towards-ndc")]
[JsonDerivedType(typeof(CancelUnits), "cancel-units")]
[JsonDerivedType(typeof(SendTest), "send-test")]
[JsonDerivedType(typeof(ChangeAuthorization), "change-authorization")]
[JsonDerivedType(typeof(SayHello), "say-hello")]
[JsonDerivedType(typeof(IntroduceKey), "introduce-key")]
[JsonDerivedType(typeof(WithdrawKey), "withdraw-key")]
[JsonDerivedType(typeof(PinPartnerKey), "pin-partner-key")]
[JsonDerivedType(typeof(EndPartnerKey), "end-partner-key")]
[JsonDerivedType(typeof(AskStatus), "ask-status")]
[JsonDerivedType(typeof(RecordFirstTransfer), "record-first-transfer")]
[JsonDerivedType(typeof(TransferToAdaptationFund), "transfer-to-adaptation-fund")]
public abstract record LedgerCommand;
