using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using JcmInterop.Domain.Transfers;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Tests.Projections;

public sealed class AdjustmentHistoryTests
{
    private static readonly DateTimeOffset December = new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly BilateralRegistryId Pair = new(PartyCode.Japan, Sample.Tha);

    [Fact]
    public void Following_a_journal_gives_the_records_the_reports_are_made_of()
    {
        var world = Traded();
        foreach (var side in new[] { world.Sides.Japan, world.Sides.Partner })
        {
            var (followed, read) = (Follow(world, side), ActionHistory.Read(side.Settings.Party, world.Journal(side)));

            followed.FirstTransfers.Select(Unplaced).ShouldBe(AdjustmentRecords.FirstTransfers(read));
            followed.Uses.Select(u => u with { Origin = Unplaced(u.Origin) }).ShouldBe(AdjustmentRecords.Uses(read));
        }

        Follow(world, world.Sides.Partner).FirstTransfers.Sum(t => t.Quantity.Tonnes).ShouldBe(1_009 + 50);
        Follow(world, world.Sides.Japan).Uses.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(9);
    }

    [Fact]
    public void Each_record_names_its_place_in_the_journal()
    {
        var world = Traded();
        var (journal, history) = (world.Journal(world.Sides.Partner), Follow(world, world.Sides.Partner));

        foreach (var record in history.FirstTransfers)
        {
            record.Origin.Registry.ShouldBe(Pair);
            var happened = journal[(int)record.Origin.JournalPosition!.Value - 1].Event;
            (happened is TransferCompleted or UnitsCancelled).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_was_offered_and_did_not_move_is_no_record()
    {
        var world = new RecordedWorld(Sample.Thailand());
        var (japan, thailand) = (world.Sides.Japan, world.Sides.Partner);
        world.Do(thailand, new ProposeTransfer(TwoSides.Id(1), [Sample.Of901(1, 10)], null, Sample.ThaiAuthorization, null, December.AddDays(10)), December);
        world.Do(japan, new RefuseTransfer(TwoSides.Id(1), "not wanted"), December);
        world.Do(thailand, new ProposeTransfer(TwoSides.Id(2), [Sample.Of901(1, 10)], null, Sample.ThaiAuthorization, null, December.AddDays(10)), December);
        world.Do(thailand, new WithdrawTransfer(TwoSides.Id(2)), December);
        world.Do(thailand, new ProposeTransfer(TwoSides.Id(3), [Sample.Of901(1, 10)], null, Sample.ThaiAuthorization, null, December.AddDays(10)), December);

        Follow(world, thailand).FirstTransfers.ShouldBeEmpty();
        Follow(world, japan).FirstTransfers.ShouldBeEmpty();
    }

    private static RecordedWorld Traded()
    {
        var world = new RecordedWorld(Sample.Thailand());
        var (japan, thailand) = (world.Sides.Japan, world.Sides.Partner);
        var account = Sample.Account(Sample.Jpn, 1);
        world.Do(thailand, new ProposeTransfer(TwoSides.Id(901), [Sample.Of901(1, 1_009)], account, Sample.ThaiAuthorization, null, December.AddDays(10)), December);
        world.Do(japan, new AcceptTransfer(TwoSides.Id(901), account, null), December.AddHours(1));
        world.Do(japan, new UseTowardsNdc(new UnitSelection(account, Sample.Serials901(1, 9)), Sample.Account(Sample.Jpn, 2), 2025, null), December.AddDays(5));
        world.Do(thailand, new CancelUnits(Sample.Of901(2_000, 2_049), Sample.Account(Sample.Tha, 3), CancellationPurpose.OverallMitigation, null, null, Sample.ThaiAuthorization, null), December.AddDays(6));
        world.Do(thailand, new CancelUnits(Sample.Of901(3_000, 3_009), Sample.Account(Sample.Tha, 3), CancellationPurpose.Voluntary, null, null, null, null), December.AddDays(7));
        return world;
    }

    private static AdjustmentHistory Follow(RecordedWorld world, Side side)
    {
        var history = new AdjustmentHistory(side.Settings.Party);
        foreach (var (recorded, i) in world.Journal(side).Select((e, i) => (e, i))) history.Take(Pair, i + 1, recorded.RecordedAt, recorded.Event);
        return history;
    }

    private static FirstTransferRecord Unplaced(FirstTransferRecord record) => record with { Origin = Unplaced(record.Origin) };

    private static AdjustmentOrigin Unplaced(AdjustmentOrigin origin) => origin with { Registry = null, JournalPosition = null };
}
