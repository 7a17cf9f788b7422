using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Simulation.Tests;

/// <summary>What an administrator asks, from three numbers and what the side knows. Most requests are possible, some are not.</summary>
internal static class Commands
{
    private const int TransferIds = 12;

    private static readonly string[] Kinds =
    [
        "propose", "propose", "propose", "propose", "accept", "accept", "accept", "accept", "accept", "accept", "accept", "refuse", "withdraw", "expire", "approve", "approve", "acquire", "acquire", "issue", "move", "move",
        "use", "cancel", "mitigate", "hold", "lift", "lift", "revoke", "open", "hello", "hello", "status", "status",
    ];

    /// <summary>The number that stands for a hello.</summary>
    public static int Hello { get; } = Array.IndexOf(Kinds, "hello");

    public static LedgerCommand Of(Step step, LedgerState state, PartyCode party, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return Kinds[step.A % Kinds.Length] switch
        {
            "propose" => new ProposeTransfer(
                Setting.Transfer((party == PartyCode.Japan ? 100 : 0) + (step.C % TransferIds)), [Selection(step, state, party)], null, step.C % 3 == 0 ? Setting.Capped : Setting.Open, null, Deadline(step, now)),
            "accept" => new AcceptTransfer(Open(step, state, TransferRole.Acquiring), Setting.Account(party, 101 + (step.B % 2)), step.B % 3 == 0 ? today : null),
            "refuse" => new RefuseTransfer(Open(step, state, TransferRole.Acquiring), "Not agreed."),
            "withdraw" => new WithdrawTransfer(Open(step, state, TransferRole.Transferring)),
            "expire" => new ExpireTransfer(Open(step, state, TransferRole.Transferring)),
            "approve" => new ApproveTransfer(Setting.Transfer(50 + (step.C % 3)), Setting.PartnerIssues, "A", step.B % 2 == 0 ? Setting.Capped : Setting.Open, null, Deadline(step, now)),
            "acquire" => new RecordAcquisition(Setting.PartnerIssues, "A", Setting.Account(party, 101), null),
            "issue" => new IssueLeg(Setting.EachIssues, "A", null, [new LegPosting(Setting.Account(party, 101), new Vintage(2022), new UnitQuantity(50), party)]),
            "move" => new MoveUnits(Selection(step, state, party), Setting.Account(party, 101 + (step.C % 2)), null),
            "use" => new UseTowardsNdc(Selection(step, state, party), Setting.Account(party, 2), 2025, null),
            "cancel" => new CancelUnits(Selection(step, state, party), Setting.Account(party, 3), CancellationPurpose.Voluntary, null, null, null, null),
            "mitigate" => new CancelUnits(Selection(step, state, party), Setting.Account(party, 3), CancellationPurpose.OverallMitigation, null, null, Setting.Open, null),
            "hold" => new PlaceHold(Setting.Account(party, 101), new LegalHold("H", "Attachment", new DateOnly(2025, 11, 1))),
            "lift" => new LiftHold(Setting.Account(party, 101), "H", new DateOnly(2025, 11, 2)),
            "revoke" => new RevokeAuthorization(step.B % 4 == 0 ? Setting.Open : Setting.Capped, today),
            "hello" => new SayHello(),
            "status" => new AskStatus([Open(step, state, step.B % 2 == 0 ? TransferRole.Acquiring : TransferRole.Transferring)], step.B % 3 == 0),
            _ => new OpenAccount(null, AccountKind.EntityHolding, new AccountHolder("Later"), false, new DateOnly(2025, 4, 1)),
        };
    }

    private static DateTimeOffset Deadline(Step step, DateTimeOffset now) => now.AddHours(1 + (step.B % 400));

    private static TransferId Open(Step step, LedgerState state, TransferRole role)
    {
        var open = state.Transfers.Values.Where(t => t.IsOpen && t.Role == role).Select(t => t.Offer.Id).OrderBy(id => id.Value).ToList();
        return open.Count == 0 || step.C % 10 == 0 ? Setting.Transfer(step.C % TransferIds) : open[step.C % open.Count];
    }

    private static UnitSelection Selection(Step step, LedgerState state, PartyCode party)
    {
        var held = state.Blocks.Where(b => b.Status == BlockStatus.Held).OrderBy(b => b.Serials).ToList();
        if (held.Count == 0 || step.B % 11 == 0) return new UnitSelection(Setting.Account(party, 101), Setting.Serials(Setting.Thailand, 1 + (step.B % 150), 1 + (step.B % 150) + (step.C % 60)));
        var block = held[step.B % held.Count];
        if (step.C % 5 == 0) return new UnitSelection(block.Account, null, new UnitQuantity(1 + (step.C % 60)));
        var first = block.Serials.First + (step.C % block.Quantity.Tonnes);
        return new UnitSelection(block.Account, block.Serials.Slice(first, Math.Min(block.Serials.Final, first + (step.B % 40))));
    }
}
