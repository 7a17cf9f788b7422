using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Benchmarks.Wire;

/// <summary>An invented proposal of Thailand to Japan.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid MessageId = new("019bc0a1-7c00-7000-8000-000000000001");

    private static readonly PartyCode Tha = new("THA");

    public static MessageRoute Route { get; } = new(new BilateralRegistryId(PartyCode.Japan, Tha), Tha);

    public static TransferProposal Proposal(int transfers) => new([.. Enumerable.Range(0, transfers).Select(Offer)]);

    private static TransferOffer Offer(int number)
    {
        var first = 1 + (number * 10L);
        var run = new UnitRun(
            new SerialRange("THA-TH901-", first, first + 9), Tha, new ProjectReference("TH901"), new Vintage(2021), null, new AuthorizationId("THA-NDC-2025"), null, null);
        return new TransferOffer(
            new TransferId(new Guid($"019bc0a1-7c00-7000-9000-{number:x12}")), TransferKind.BetweenRegistries, Tha, PartyCode.Japan, new AccountNumber(Tha, 101),
            new AccountNumber(PartyCode.Japan, 101), new AuthorizationId("THA-NDC-2025"), null, null, new DateOnly(2026, 1, 15), Now.AddDays(10), [run]);
    }
}
