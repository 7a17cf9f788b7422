using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>The ledger of one side of a bilateral registry: decides commands and messages, and applies events. Pure: no clock, no I/O, no randomness.</summary>
public static class RegistryLedger
{
    /// <summary>Decides a command of this side.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">The present instant.</param>
    public static Outcome Decide(LedgerState state, LedgerSettings settings, LedgerCommand command, DateTimeOffset now)
    {
        var deciding = new Deciding(state, settings, now);
        var refusal = command switch
        {
            OpenAccount c => AccountDecisions.Open(deciding, c),
            PlaceHold c => AccountDecisions.Place(deciding, c),
            LiftHold c => AccountDecisions.Lift(deciding, c),
            RegisterProject c => ProgrammeDecisions.Register(deciding, c),
            RecordDecision c => IssuanceDecisions.Record(deciding, c),
            IssueLeg c => IssuanceDecisions.Issue(deciding, c),
            RecordAuthorization c => AuthorizationDecisions.Record(deciding, c),
            RevokeAuthorization c => AuthorizationDecisions.Revoke(deciding, c),
            ApproveTransfer c => OfferDecisions.Approve(deciding, c),
            ProposeTransfer c => OfferDecisions.Propose(deciding, c),
            RecordAcquisition c => AnswerDecisions.Acquire(deciding, c),
            AcceptTransfer c => AnswerDecisions.Accept(deciding, c),
            RefuseTransfer c => AnswerDecisions.Refuse(deciding, c),
            WithdrawTransfer c => OfferDecisions.Withdraw(deciding, c),
            ExpireTransfer c => OfferDecisions.Expire(deciding, c),
            MoveUnits c => UnitDecisions.Move(deciding, c),
            UseTowardsNdc c => UnitDecisions.Use(deciding, c),
            CancelUnits c => UnitDecisions.Cancel(deciding, c),
            SendTest c => Test(deciding, c),
            ChangeAuthorization c => AuthorizationChanges.Change(deciding, c),
            SayHello => HelloDecisions.Say(deciding),
            IntroduceKey c => KeyDecisions.Introduce(deciding, c),
            WithdrawKey c => KeyDecisions.Withdraw(deciding, c),
            PinPartnerKey c => KeyDecisions.PinByHand(deciding, c),
            EndPartnerKey c => KeyDecisions.EndByHand(deciding, c),
            AskStatus c => StatusDecisions.Ask(deciding, c),
            RecordFirstTransfer c => FirstTransferEvents.Record(deciding, c),
            TransferToAdaptationFund c => UnitDecisions.ToAdaptationFund(deciding, c),
            _ => throw new LedgerDefectException($"No decision for {command.GetType().Name}."),
        };
        return refusal is null ? deciding.Accept() : new Outcome.Refused(refusal);
    }

    /// <summary>Decides a verified message of the partner. A refusal is told in the receipt; what could be recorded was recorded.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="message">The body of the message.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="heads">How far both directions have come, for a partner that asks; nothing where it is not known.</param>
    /// <param name="verified">The checkpoint of the message with the signatures of both sides, where it has one that was verified.</param>
    public static Outcome Receive(LedgerState state, LedgerSettings settings, PartnerMessage message, DateTimeOffset now, ReportedHeads? heads = null, CheckpointRecord? verified = null)
    {
        var deciding = new Deciding(state, settings, now) { Heads = heads, Verified = verified };
        var refusal = message switch
        {
            DecisionNotice m => IssuanceDecisions.Notified(deciding, m),
            LegNotice m => IssuanceDecisions.PartnerIssued(deciding, m),
            AuthorizationNotice m => AuthorizationDecisions.Notified(deciding, m),
            RevocationNotice m => AuthorizationDecisions.PartnerRevoked(deciding, m),
            TransferApproval m => OfferReception.Offered(deciding, TransferKind.AfterApproval, m.Transfers),
            TransferProposal m => OfferReception.Offered(deciding, TransferKind.BetweenRegistries, m.Transfers),
            TransferAcceptance m => AnswerReception.Accepted(deciding, m),
            TransferRefusal m => AnswerReception.Refused(deciding, m),
            TransferCompletion m => EndReception.Completed(deciding, m),
            TransferCancellation m => EndReception.Cancelled(deciding, m),
            DisposalNotice m => UnitDecisions.PartnerDisposed(deciding, m),
            TestMessage m => TestReceived(deciding, m),
            AuthorizationChange m => AuthorizationChanges.Notified(deciding, m),
            Hello m => HelloDecisions.Heard(deciding, m),
            KeyIntroduction m => KeyDecisions.Introduced(deciding, m),
            KeyWithdrawal m => KeyDecisions.Withdrawn(deciding, m),
            StatusQuery m => StatusDecisions.Asked(deciding, m),
            StatusAnswer m => StatusDecisions.Answered(deciding, m),
            CheckpointNotice => CheckpointDecisions.Shown(deciding),
            CheckpointCosignature => CheckpointDecisions.Cosigned(deciding),
            _ => throw new LedgerDefectException($"No decision for {message.GetType().Name}."),
        };
        return refusal is null ? deciding.Accept() : new Outcome.Refused(refusal);
    }

    /// <summary>Records a checkpoint of this side's journal, and shows it to the partner where its node understands checkpoints.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="earlierTreeSize">Number of rows of the checkpoint the partner cosigned last.</param>
    /// <param name="consistency">The consistency proof from there, base64url.</param>
    /// <param name="now">The present instant.</param>
    public static Outcome StateCheckpoint(
        LedgerState state, LedgerSettings settings, CheckpointRecord checkpoint, long earlierTreeSize, ImmutableArray<string> consistency, DateTimeOffset now)
    {
        var deciding = new Deciding(state, settings, now);
        CheckpointDecisions.State(deciding, checkpoint, earlierTreeSize, consistency);
        return deciding.Accept();
    }

    /// <summary>Records that a log goes on from an earlier checkpoint, because its side was restored from an old backup and people of both sides approved it.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="party">The side whose log it is.</param>
    /// <param name="from">The cosigned checkpoint that both sides still hold; nothing where there is none.</param>
    /// <param name="ended">The last checkpoint that no longer counts; nothing where none is known.</param>
    /// <param name="person">Who approved it on this side.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Accepted; without an event where nothing changes.</returns>
    public static Outcome SetBackLog(
        LedgerState state, LedgerSettings settings, PartyCode party, CheckpointRecord? from, CheckpointRecord? ended, string person, DateTimeOffset now)
    {
        var deciding = new Deciding(state, settings, now);
        CheckpointDecisions.SetBack(deciding, party, from, ended, person);
        return deciding.Accept();
    }

    /// <summary>Records that the partner contradicted this side's records, where that was found outside the ledger.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="about">What it concerns.</param>
    /// <param name="refusal">The rule broken.</param>
    /// <param name="now">The present instant.</param>
    public static Outcome Contradicted(LedgerState state, LedgerSettings settings, string about, Refusal refusal, DateTimeOffset now)
    {
        var deciding = new Deciding(state, settings, now);
        deciding.Fault(about, refusal);
        return deciding.Accept();
    }

    /// <summary>Applies an event. Replaying the journal from <see cref="LedgerState.Empty"/> gives the present state.</summary>
    /// <exception cref="LedgerDefectException">The event does not fit the state: the journal or the code is broken.</exception>
    public static LedgerState Apply(LedgerState state, LedgerEvent happened) => happened switch
    {
        AccountOpened e => AccountEffects.Apply(state, e),
        HoldPlaced e => AccountEffects.Apply(state, e),
        HoldLifted e => AccountEffects.Apply(state, e),
        ProjectRegistered e => state.Put(e.Project),
        DecisionRecorded e => IssuanceEffects.Apply(state, e),
        DecisionNotified e => IssuanceEffects.Apply(state, e),
        LegIssued e => IssuanceEffects.Apply(state, e),
        PartnerLegIssued e => IssuanceEffects.Apply(state, e),
        AuthorizationRecorded e => AuthorizationEffects.Apply(state, e),
        AuthorizationRevoked e => AuthorizationEffects.Apply(state, e),
        TransferOffered e => TransferEffects.Apply(state, e),
        TransferReceived e => TransferEffects.Apply(state, e),
        TransferAccepted e => TransferEffects.Apply(state, e),
        TransferRefused e => TransferEffects.Apply(state, e),
        TransferCompleted e => TransferEffects.Apply(state, e),
        TransferCancelled e => TransferEffects.Apply(state, e),
        UnitsMoved e => UnitEffects.Apply(state, e),
        UnitsFirstTransferred e => UnitEffects.Apply(state, e),
        UnitsUsed e => UnitEffects.Apply(state, e),
        UnitsCancelled e => UnitEffects.Apply(state, e),
        PartnerUnitsDisposed e => UnitEffects.Apply(state, e),
        FaultRecorded e => state.Put(e.Fault).Advance("fault", 1),
        TestSent or Domain.Ledger.TestReceived or StatusAsked or StatusAskedByPartner or StatusTold => state,
        AuthorizationChanged e => AuthorizationEffects.Apply(state, e),
        HelloTold e => PartnerEffects.Apply(state, e),
        KeyPinned e => PartnerEffects.Apply(state, e),
        KeyEnded e => PartnerEffects.Apply(state, e),
        CheckpointRecorded e => state.Put(e.Checkpoint),
        LogSetBack e => CheckpointEffects.Apply(state, e),
        _ => throw new LedgerDefectException($"No effect for {happened.GetType().Name}."),
    };

    private static Refusal? Test(Deciding deciding, SendTest command)
    {
        if (command.Text.Length > TestTextMax) return AccountRules.TextTooLong.With("test message", TestTextMax);
        deciding.Record(new TestSent(command.Text));
        deciding.Tell(new TestMessage(command.Text));
        return null;
    }

    private static Refusal? TestReceived(Deciding deciding, TestMessage message)
    {
        if (message.Text.Length > TestTextMax) return AccountRules.TextTooLong.With("test message", TestTextMax);
        deciding.Record(new TestReceived(message.Text));
        return null;
    }

    private const int TestTextMax = 1_000;
}
