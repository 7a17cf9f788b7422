using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>What an endpoint in memory makes of the content of messages: its keys, the checkpoints it cosigned, its ledger.</summary>
internal sealed class TestLedger(EndpointBehaviour behaviour, MessageRoute incoming, SigningKey key, PartnerKeyRing configured)
{
    private readonly LedgerSettings settings = LedgerAnswer.Settings(incoming) with
    {
        Keys = [.. configured.Keys.Select(k => new NodeKey(incoming.From, k.Key.KeyId, "", k.ValidFrom, k.ValidTo, null))],
    };

    private LedgerState state = LedgerState.Empty;

    /// <summary>The partner's keys: those of the beginning, and what was introduced and withdrawn since.</summary>
    public PartnerKeyRing Keys => behaviour.TrustsIntroducedKeys ? state.Keys.Values.Where(k => k.Party == incoming.From).Aggregate(configured, With) : configured;

    /// <summary>Decides a message.</summary>
    public (Refusal? Refusal, IReadOnlyList<PartnerMessage> Told) Decide(SignedMessage message, PartnerMessage body, DateTimeOffset now, ReportedHeads heads)
    {
        var (refusal, told) = Judged(message, body, now, heads);
        return (refusal, [.. told.Concat(behaviour.TellsBesides(body, told))]);
    }

    private (Refusal? Refusal, IReadOnlyList<PartnerMessage> Told) Judged(SignedMessage message, PartnerMessage body, DateTimeOffset now, ReportedHeads heads)
    {
        var seen = state.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(incoming.From, CheckpointStage.Witnessed));
        var fault = KeyMessages.Check(message, body, Keys, now);
        CheckpointRecord? verified = null;
        if (body is CheckpointNotice notice) verified = CheckpointWitness.Cosign(notice, incoming.Registry, seen, Keys, key, now, out fault);
        if (body is CheckpointCosignature cosignature)
            verified = CheckpointWitness.Cosigned(cosignature, incoming.Registry, new PartnerKeyRing(incoming.To, new PinnedKey(key.Public, DateTimeOffset.MinValue)), null, null, Keys, now, out fault);
        if (fault is not null) return (fault.ToRefusal(), []);
        switch (RegistryLedger.Receive(state, settings, body, now, heads, verified))
        {
            case Outcome.Accepted accepted:
                state = accepted.After.WithoutChanges();
                return (accepted.Objection, accepted.Messages);
            case Outcome.Refused refused:
                return (refused.Refusal, []);
            default:
                throw new InvalidOperationException("A message has neither been accepted nor refused.");
        }
    }

    private PartnerKeyRing With(PartnerKeyRing ring, NodeKey known) =>
        (ring.Find(known.KeyId)?.Key ?? KeyMessages.Read(known.KeyId, known.PublicKey, out _)) is { } read
            ? ring.With(new PinnedKey(read, known.ValidFrom, behaviour.KnowsEndedKeys ? known.ValidTo : null))
            : ring;
}
