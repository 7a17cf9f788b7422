using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>What a ledger in which nothing has happened says to the content of one message.</summary>
internal static class LedgerAnswer
{
    public static LedgerSettings Settings(MessageRoute incoming) => new(
        incoming.Registry, incoming.To, new PartyRegistryId($"{incoming.To}01"), new PartyRegistryId($"{incoming.From}01"), SerialProfile.Neutral,
        [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)], new NdcPeriod(2021, 2030), 60, TimeSpan.FromDays(90));

    public static Refusal? Refusal(PartnerEnvelope envelope, DateTimeOffset now)
    {
        if (!MessageBodies.TryRead(envelope, out var body, out var unreadable)) return unreadable!.ToRefusal();
        return RegistryLedger.Receive(LedgerState.Empty, Settings(new MessageRoute(envelope.Registry, envelope.From)), body!, now) switch
        {
            Outcome.Accepted accepted => accepted.Objection,
            Outcome.Refused refused => refused.Refusal,
            _ => throw new InvalidOperationException("A message has neither been accepted nor refused."),
        };
    }
}
