using CsCheck;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Ledger;

public sealed class LedgerPropertyTests
{
    private static readonly Gen<TwoSides> Histories = RandomCommands.Step.Array[1, 60].Select(steps =>
    {
        var sides = Sample.Thailand();
        foreach (var (byJapan, hours, command) in steps)
        {
            sides.Now = sides.Now.AddHours(hours);
            var side = byJapan ? sides.Japan : sides.Partner;
            sides.Try(side, command(side, sides.Now));
        }

        return sides;
    });

    [Fact]
    public void The_laws_hold_after_any_commands() => RandomCommands.Step.Array[1, 60].Sample(steps =>
    {
        var sides = Sample.Thailand();
        foreach (var (byJapan, hours, command) in steps)
        {
            sides.Now = sides.Now.AddHours(hours);
            var side = byJapan ? sides.Japan : sides.Partner;
            side.Decide(command(side, sides.Now), sides.Now);
            sides.LawsHold(converged: false);
            sides.Deliver();
            sides.LawsHold();
        }
    }, iter: 150);

    [Fact]
    public void Replaying_the_journal_gives_the_state() => Histories.Sample(
        sides =>
        {
            foreach (var side in new[] { sides.Japan, sides.Partner })
                ItemText.Of(side.Journal.Aggregate(LedgerState.Empty, RegistryLedger.Apply)).ShouldBe(ItemText.Of(side.State));
        },
        iter: 60, print: Count);

    [Fact]
    public void A_state_rebuilt_from_its_items_is_the_same_and_goes_on_in_the_same_way() => Gen.Select(Histories, RandomCommands.Step).Sample(
        (sides, step) =>
        {
            foreach (var side in new[] { sides.Japan, sides.Partner })
            {
                var rebuilt = LedgerState.FromItems(side.State.Items().Reverse());
                ItemText.Of(rebuilt).ShouldBe(ItemText.Of(side.State));
                rebuilt.Changes.ShouldBeEmpty();
                var command = step.Command(side, sides.Now);
                var there = RegistryLedger.Decide(rebuilt, side.Settings, command, sides.Now);
                var here = RegistryLedger.Decide(side.State, side.Settings, command, sides.Now);
                if (here is Outcome.Refused refused) there.Refusal().ShouldBe(refused.Refusal);
                else ItemText.Of(there.Done().After).ShouldBe(ItemText.Of(here.Done().After));
            }
        },
        iter: 60, print: t => Count(t.Item1));

    [Fact]
    public void The_changes_folded_into_rows_are_the_items() => Histories.Sample(
        sides =>
        {
            foreach (var side in new[] { sides.Japan, sides.Partner })
            {
                var rows = new Dictionary<(Type, string), LedgerItem>();
                foreach (var change in side.State.Changes)
                {
                    if (change.Item is { } item) rows[(change.ItemType, change.Key)] = item;
                    else rows.Remove((change.ItemType, change.Key)).ShouldBeTrue();
                }

                rows.Values.ToHashSet().SetEquals(side.State.Items()).ShouldBeTrue();
                side.State.WithoutChanges().Changes.ShouldBeEmpty();
            }
        },
        iter: 60, print: Count);

    [Fact]
    public void Splitting_changes_no_totals_and_keeps_identity_and_attributes() =>
        Gen.Select(Gen.Long[1, 10], Gen.Long[1, 89].Array[1, 6], (length, cuts) => cuts.Select(c => (First: c + 10, Final: c + 10 + length)).ToList()).Sample(pieces =>
        {
            var sides = Sample.Thailand();
            sides.Transfer(11, 110);
            var whole = sides.Japan.State.BlocksOverlapping(Serials901(11, 110)).Single();
            var totals = sides.Japan.State.Totals;
            foreach (var (first, final) in pieces)
            {
                foreach (var (from, to) in new[] { (101, 102), (102, 101) })
                    sides.Try(sides.Japan, new MoveUnits(new UnitSelection(Account(Jpn, from), Serials901(first, final)), Account(Jpn, to), null));
            }

            sides.Japan.State.Totals.Values.ShouldBe(totals.Values, ignoreOrder: true);
            var parts = sides.Japan.State.BlocksOverlapping(Serials901(11, 110)).ToList();
            parts.Sum(p => p.Quantity.Tonnes).ShouldBe(100);
            parts.Count.ShouldBeGreaterThan(1);
            parts.Select(p => p with { Serials = whole.Serials, Itmo = whole.Itmo }).Distinct().ShouldBe([whole]);
            parts.ShouldAllBe(p => p.Itmo == whole.Itmo!.From(p.Serials.First - 11) && p.Serials.Prefix == whole.Serials.Prefix);
            LedgerLaws.Check(sides.Japan.State).ShouldBeEmpty();
        }, iter: 60);

    private static string Count(TwoSides sides) => $"{sides.Japan.Journal.Count} and {sides.Partner.Journal.Count} events";
}
