using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Ledger;

public sealed class HeldBlocksTests
{
    private static readonly PartyCode Tha = new("THA");
    private static readonly AccountNumber Account = new(Tha, 101);

    // Ten units a block; a form may print units of several projects and vintages, as a registry without them in its serials does.
    private static readonly Gen<UnitBlock[]> Blocks = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 4])
        .Array[0, 200].Select(choices => choices.Select((c, i) => Block(i, c)).ToArray());

    [Fact]
    public void The_held_blocks_of_an_account_come_in_order_of_serial_also_of_one_project_or_vintage() => Blocks.Sample(blocks =>
    {
        var state = LedgerState.FromItems(blocks);
        var held = blocks.Where(b => b.Account == Account && b.Status == BlockStatus.Held).OrderBy(b => b.Serials).ToList();
        var (project, vintage) = (new ProjectReference("TH001"), new Vintage(2022));

        state.HeldBlocks(Account).ShouldBe(held);
        state.HeldBlocks(Account, project).ShouldBe(held.Where(b => b.Project == project));
        state.HeldBlocks(Account, null, vintage).ShouldBe(held.Where(b => b.Vintage == vintage));
        state.HeldBlocks(Account, project, vintage).ShouldBe(held.Where(b => b.Project == project && b.Vintage == vintage));
        state.Blocks.ShouldBe(blocks.OrderBy(b => b.Serials));
    }, iter: 60);

    [Fact]
    public void A_state_with_a_serial_in_two_blocks_is_not_loaded()
    {
        var block = Block(1, (0, 0, 0, 0, 0));
        Should.Throw<LedgerDefectException>(() => LedgerState.FromItems([block, block with { Serials = new SerialRange(block.Serials.Prefix, block.Serials.Final, block.Serials.Final + 5) }]))
            .Message.ShouldBe("Serials F0-20..F0-25 are already in the ledger as F0-11..F0-20.");
    }

    private static UnitBlock Block(int i, (int Form, int Project, int Vintage, int Account, int Status) c) => new(
        new SerialRange($"F{c.Form}-", (10 * i) + 1, (10 * i) + 10), Tha, new ProjectReference($"TH00{c.Project}"), new Vintage(2021 + c.Vintage), null,
        new AccountNumber(Tha, 100 + c.Account), c.Status < 4 ? BlockStatus.Held : BlockStatus.Reserved);
}
