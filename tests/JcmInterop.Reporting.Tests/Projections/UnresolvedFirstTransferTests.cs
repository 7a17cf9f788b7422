using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Tests.Projections;

public sealed class UnresolvedFirstTransferTests
{
    [Fact]
    public void An_action_on_units_without_a_first_transfer_is_left_out_and_counted()
    {
        var world = new RecordedWorld(Sample.Thailand());
        var japan = world.Sides.Japan;
        var block = japan.State.Blocks.First(b => b.Status == BlockStatus.Held && b.FirstTransfer is null);
        world.Do(
            japan, new CancelUnits(new UnitSelection(block.Account, block.Serials.Slice(block.Serials.First, block.Serials.First + 9)), Sample.Account(Sample.Jpn, 3), CancellationPurpose.Voluntary, null, null, null, null),
            new DateTimeOffset(2025, 12, 1, 3, 0, 0, TimeSpan.Zero));

        var history = ActionHistory.Read(japan.Settings.Party, world.Journal(japan));
        var document = new AefSubmissionBuilder(japan.Settings, history)
            .Build(new AefSubmission(japan.Settings.Party, AefSubmissionVersion.First, 2025, new DateOnly(2026, 4, 1), NdcPeriod.Decade2021));

        history.LeftOut.ShouldHaveSingleItem().Units.Quantity.Tonnes.ShouldBe(10);
        document.Actions.ShouldBeEmpty();
        document.Holdings.ShouldBeEmpty();
    }
}
