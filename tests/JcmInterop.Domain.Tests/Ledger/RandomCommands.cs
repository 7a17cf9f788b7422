using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Ledger;

/// <summary>Random commands, valid and not, over a small world so that they often meet.</summary>
internal static class RandomCommands
{
    private static readonly Gen<int> Transfer = Gen.Int[1, 8];

    /// <summary>A step: which side acts, how the clock moves, and what is asked.</summary>
    public static readonly Gen<(bool ByJapan, int Hours, Func<Side, DateTimeOffset, LedgerCommand> Command)> Step =
        Gen.Select(Gen.Bool, Gen.OneOf(0, 0, 0, 1, 30, 300), Gen.OneOf(Units(), Transfers(), Records()));

    private static Gen<Func<Side, DateTimeOffset, LedgerCommand>> Transfers() => Gen.Select(Gen.Int[0, 5], Transfer, Gen.Long[1, 120], Gen.Long[0, 60], Gen.OneOf(101L, 102, 3)).Select((kind, id, first, length, account) =>
        Make((side, now) => kind switch
        {
            0 or 1 => new ProposeTransfer(
                TwoSides.Id(id), [new UnitSelection(Account(side.Settings.Party, account == 3 ? 101 : account), Serials901(first, first + length))], null, ThaiAuthorization, null, now.AddDays(5)),
            2 => new AcceptTransfer(TwoSides.Id(id), Account(side.Settings.Party, account), null),
            3 => new RefuseTransfer(TwoSides.Id(id), "No"),
            4 => new WithdrawTransfer(TwoSides.Id(id)),
            _ => new ExpireTransfer(TwoSides.Id(id)),
        }));

    private static Gen<Func<Side, DateTimeOffset, LedgerCommand>> Units() => Gen.Select(Gen.Int[0, 3], Gen.Long[1, 160], Gen.Long[0, 40], Gen.Bool, Gen.Bool).Select((kind, first, length, byQuantity, fromSecond) =>
        Make((side, _) =>
        {
            var own = side.Settings.Party;
            var (from, to) = fromSecond ? (102L, 101L) : (101, 102);
            var selection = byQuantity
                ? new UnitSelection(Account(own, from), null, new UnitQuantity(length), Th901)
                : new UnitSelection(Account(own, from), Serials901(first, first + length));
            return kind switch
            {
                0 => new MoveUnits(selection, Account(own, to), null),
                1 => new UseTowardsNdc(selection, Account(own, 2), 2025, null),
                2 => new CancelUnits(selection, Account(own, 3), CancellationPurpose.Voluntary, null, null, null, null),
                _ => new CancelUnits(selection, Account(own, 3), CancellationPurpose.OverallMitigation, null, null, ThaiAuthorization, null),
            };
        }));

    private static Gen<Func<Side, DateTimeOffset, LedgerCommand>> Records() => Gen.Select(Gen.Int[0, 6], Gen.Int[1, 2]).Select((kind, n) => Make((side, now) => kind switch
    {
        0 => new PlaceHold(Account(side.Settings.Party, 100 + n), new LegalHold("H", "Attachment", new DateOnly(2025, 11, 1))),
        1 or 2 => new LiftHold(Account(side.Settings.Party, 100 + n), "H", new DateOnly(2025, 11, 2)),
        3 => new RevokeAuthorization(new AuthorizationId($"A{n}"), DateOnly.FromDateTime(now.UtcDateTime)),
        4 => new RecordAuthorization(Authorization(side.Settings.Party, new AuthorizationId($"A{n}"), Jpn, cap: 10)),
        5 => new IssueLeg(Decision902, "TH902", null, [new LegPosting(Account(side.Settings.Party, 101), new Vintage(2019), new UnitQuantity(60), side.Settings.Party)]),
        _ => new OpenAccount(null, AccountKind.EntityHolding, new AccountHolder($"Holder {n}"), false, new DateOnly(2025, 4, 1)),
    }));

    private static Func<Side, DateTimeOffset, LedgerCommand> Make(Func<Side, DateTimeOffset, LedgerCommand> make) => make;
}
