using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Refusals.RefusalCase;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Refusals;

internal static class AccountRefusals
{
    private static readonly DateOnly Opened = new(2025, 4, 1);
    private static readonly AccountHolder Holder = new("Holder 101");
    private static readonly LegalHold Hold = new("H-1", "Attachment", new DateOnly(2025, 11, 1));

    public static IEnumerable<RefusalCase> All =>
    [
        Of(1001, "units move to an account that is not open", w => Command(w, w.Partner, Move(Of901(1, 1), 999))),
        Of(1001, "units move from an account that is not open", w => Command(w, w.Partner, Move(Of901(1, 1, 999), 102))),
        Of(1001, "a hold is placed on an account that is not open", w => Command(w, w.Partner, new PlaceHold(Account(Tha, 999), Hold))),
        Of(1001, "a hold is lifted from an account that is not open", w => Command(w, w.Partner, new LiftHold(Account(Tha, 999), "H-1", Opened))),
        Of(1001, "units are cancelled into an account that is not open", w => Command(w, w.Partner, new CancelUnits(Of901(1, 1), Account(Tha, 999), CancellationPurpose.Voluntary, null, null, null, null))),
        Of(1002, "an account is opened again for another holder", w => Command(w, w.Partner, new OpenAccount(Account(Tha, 101), AccountKind.EntityHolding, new AccountHolder("Other"), false, Opened))),
        Of(1003, "an account of the other side is opened", w => Command(w, w.Partner, new OpenAccount(Account(Jpn, 500), AccountKind.EntityHolding, Holder, false, Opened))),
        Of(1003, "units move to an account of the other side", w => Command(w, w.Partner, new MoveUnits(Of901(1, 1), Account(Jpn, 101), null))),
        Of(1003, "a proposal names an account of the proposer", w => Command(w, w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 1)) with { AcquiringAccount = Account(Tha, 102) })),
        Of(1004, "a hold is placed twice", w => Command(w.Do(w.Partner, new PlaceHold(Account(Tha, 101), Hold)), w.Partner, new PlaceHold(Account(Tha, 101), Hold))),
        Of(1005, "a hold that does not stand is lifted", w => Command(w, w.Partner, new LiftHold(Account(Tha, 101), "H-1", Opened))),
        Of(1006, "units move from an account under a hold", w => Command(w.Do(w.Partner, new PlaceHold(Account(Tha, 101), Hold)), w.Partner, Move(Of901(1, 1), 102))),
        Of(1007, "units move out of a cancellation account", w => Command(w, w.Partner, Move(Of901(1, 1, 3), 102))),
        Of(1007, "units move out of a retirement account", w => Command(w, w.Partner, Move(Of901(1, 1, 2), 102))),
        Of(1008, "the last serial is not held", w => Command(w, w.Partner, Move(Of901(9_999, 10_001), 102))),
        Of(1008, "the serials are in another account", w => Command(w, w.Partner, Move(Of901(1, 1, 102), 101))),
        Of(1008, "a serial is reserved for a proposal", w =>
        {
            w.Propose(5, 5);
            return Command(w, w.Partner, Move(Of901(1, 10), 102));
        }),
        Of(1009, "one unit more is asked for than is held", w => Command(w, w.Partner, Move(new UnitSelection(Account(Tha, 101), null, new UnitQuantity(10_061)), 102))),
        Of(1009, "one unit more is asked for than is held of the project", w => Command(w, w.Partner, Move(new UnitSelection(Account(Tha, 101), null, new UnitQuantity(61), Th902), 102))),
        Of(1010, "neither serials nor quantity are named", w => Command(w, w.Partner, Move(new UnitSelection(Account(Tha, 101), null), 102))),
        Of(1010, "serials and quantity are both named", w => Command(w, w.Partner, Move(Of901(1, 1) with { Quantity = new UnitQuantity(1) }, 102))),
        Of(1010, "the quantity is zero", w => Command(w, w.Partner, Move(new UnitSelection(Account(Tha, 101), null, UnitQuantity.Zero), 102))),
        Of(1011, "units move to the account they are in", w => Command(w, w.Partner, Move(Of901(1, 1), 101))),
        Of(1012, "units move to a retirement account", w => Command(w, w.Partner, Move(Of901(1, 1), 2))),
        Of(1013, "a holder has no name", w => Command(w, w.Partner, new OpenAccount(null, AccountKind.EntityHolding, new AccountHolder(" "), false, Opened))),
        Of(1013, "a holder's name is too long", w => Command(w, w.Partner, new OpenAccount(null, AccountKind.EntityHolding, new AccountHolder(new string('a', 201)), false, Opened))),
        Of(1014, "an account is opened the day after tomorrow", w => Command(w, w.Partner, new OpenAccount(null, AccountKind.EntityHolding, Holder, false, Today(w).AddDays(2)))),
        Of(1014, "units move the day after tomorrow", w => Command(w, w.Partner, Move(Of901(1, 1), 102) with { On = Today(w).AddDays(2) })),
        Of(1015, "a local name is too long", w => Command(w, w.Partner, new OpenAccount(null, AccountKind.EntityHolding, new AccountHolder("A", new string('あ', 201)), false, Opened))),
        Of(1015, "a test message to send is too long", w => Command(w, w.Partner, new SendTest(new string('a', 1_001)))),
        Of(1015, "a test message received is too long", w => Message(w, w.Japan, new TestMessage(new string('a', 1_001)))),
        Of(1015, "a purpose is too long", w => Command(w, w.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.Voluntary) with { PurposeText = new string('a', 501) })),
        Of(1016, "the units lie in 1,001 runs", w =>
        {
            for (var i = 1; i <= 1_001; i++) w.Do(w.Partner, Move(Of901(2 * i, 2 * i), 102));
            return Command(w, w.Partner, Move(new UnitSelection(Account(Tha, 102), null, new UnitQuantity(1_001)), 101));
        }),
        Of(1016, "a disposal notice has no units", w => Message(w, w.Japan, new DisposalNotice(new Disposal(Opened, null, CancellationPurpose.Voluntary, null, null), []))),
        Of(1017, "the last number is taken and none is named", w => Command(
            w.Do(w.Partner, new OpenAccount(Account(Tha, AccountNumber.NumberMax), AccountKind.EntityHolding, Holder, false, Opened)),
            w.Partner, new OpenAccount(null, AccountKind.EntityHolding, Holder, false, Opened))),
    ];

    private static MoveUnits Move(UnitSelection units, long to) => new(units, Account(Tha, to), null);

    private static DateOnly Today(TwoSides sides) => DateOnly.FromDateTime(sides.Now.UtcDateTime);
}
