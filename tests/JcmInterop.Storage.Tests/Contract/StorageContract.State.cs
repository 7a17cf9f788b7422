using JcmInterop.Storage.Commits;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Tests.Contract;

public abstract partial class StorageContract
{
    [Fact]
    public async Task Items_are_set_replaced_and_deleted()
    {
        await using var store = Create();
        var step = Begin();
        step.Change(StateChange.Set("project", "A", "1"u8.ToArray()));
        step.Change(StateChange.Set("project", "B", "1"u8.ToArray()));
        step.Change(StateChange.Set("project", "B", "2"u8.ToArray()));
        step.Change(StateChange.Set("leg", "A", "3"u8.ToArray()));
        step.Change(StateChange.Delete("project", "A"));
        step.Change(StateChange.Delete("project", "never there"));
        await store.CommitAsync(step.Build());

        (await store.ReadItemsAsync(Thailand, "project", "", 10)).Select(i => (i.Key, Sample.Text(i.Body))).ShouldBe([("B", "2")]);
        Sample.Text((await store.FindItemAsync(Thailand, "leg", "A"))!.Body).ShouldBe("3");
        (await store.FindItemAsync(Thailand, "project", "A")).ShouldBeNull();
        (await store.ReadItemsAsync(Thailand, "project", "B", 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_serial_is_found_in_the_block_that_holds_it()
    {
        await using var store = await StoreWithBlocks(Sample.Block("a", 1, 100), Sample.Block("b", 101, 200), Sample.Block("c", 301, 400));

        (await store.FindSerialAsync(Sample.Prefix, 1, "")).Select(u => u.Key).ShouldBe(["a"]);
        (await store.FindSerialAsync(Sample.Prefix, 100, "")).Select(u => u.Key).ShouldBe(["a"]);
        (await store.FindSerialAsync(Sample.Prefix, 101, "")).Select(u => u.Key).ShouldBe(["b"]);
        (await store.FindSerialAsync(Sample.Prefix, 250, "")).ShouldBeEmpty();
        (await store.FindSerialAsync(Sample.Prefix, 400, "")).Select(u => u.Registry).ShouldBe([Thailand]);
        (await store.FindSerialAsync(Sample.Prefix, 401, "")).ShouldBeEmpty();
        (await store.FindSerialAsync(Sample.Prefix, 1, "-X")).ShouldBeEmpty();
        (await store.FindSerialAsync("other-", 1, "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_doubled_serial_is_shown_twice()
    {
        await using var store = await StoreWithBlocks(Sample.Block("a", 1, 100), Sample.Block("b", 50, 60));

        (await store.FindSerialAsync(Sample.Prefix, 55, "")).Select(u => u.Key).ShouldBe(["a", "b"]);
        (await store.FindSerialAsync(Sample.Prefix, 70, "")).Select(u => u.Key).ShouldBe(["a"]);
    }

    [Fact]
    public async Task An_ITMO_id_is_found_in_the_block_that_holds_it()
    {
        var block = StateChange.Set(StateKinds.UnitBlock, "a", "{}"u8.ToArray(), Sample.Columns(11, 20) with { ItmoStem = "CA0001-THA01-THA", ItmoFirst = 1001 });
        await using var store = await StoreWithBlocks(block, Sample.Block("b", 21, 30));

        (await store.FindItmoAsync("CA0001-THA01-THA", 1001, 2024)).Select(u => u.Key).ShouldBe(["a"]);
        var last = (await store.FindItmoAsync("CA0001-THA01-THA", 1010, 2024)).ShouldHaveSingleItem();
        last.Columns.ItmoFinal.ShouldBe(1010);
        last.Columns.ShouldBe((UnitBlockColumns)block.Columns!);
        (await store.FindItmoAsync("CA0001-THA01-THA", 1011, 2024)).ShouldBeEmpty();
        (await store.FindItmoAsync("CA0001-THA01-THA", 1001, 2023)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Units_of_an_account_and_of_a_project_are_read_in_pages_by_serial()
    {
        await using var store = await StoreWithBlocks(
            Sample.Block("x9", 901, 1000), Sample.Block("x1", 1, 100), Sample.Block("x5", 501, 600),
            StateChange.Set(StateKinds.UnitBlock, "y", "{}"u8.ToArray(), Sample.Columns(2001, 2002) with { Account = "THA-2-00", Vintage = 2023 }));

        var page = await store.ReadUnitsOfAccountAsync(Thailand, Sample.AccountNumber, UnitBlockCursor.Start, 2);
        var rest = await store.ReadUnitsOfAccountAsync(Thailand, Sample.AccountNumber, page[^1].Cursor, 2);

        page.Select(u => u.Key).ShouldBe(["x1", "x5"]);
        rest.Select(u => u.Key).ShouldBe(["x9"]);
        (await store.ReadUnitsOfProjectAsync(Thailand, "TH014", 2024, page[0].Cursor, 10)).Select(u => u.Key).ShouldBe(["x5", "x9"]);
        (await store.ReadUnitsOfProjectAsync(Thailand, "TH014", 2023, UnitBlockCursor.Start, 10)).Select(u => u.Key).ShouldBe(["y"]);
        (await store.ReadUnitsOfProjectAsync(Mongolia, "TH014", 2023, UnitBlockCursor.Start, 10)).ShouldBeEmpty();
        (await store.TotalsAsync(Thailand)).ShouldBe(
        [
            new VintageTotal("TH014", 2023, "THA-2-00", "held", 1, 2),
            new VintageTotal("TH014", 2024, Sample.AccountNumber, "held", 3, 300),
        ]);
    }

    [Fact]
    public async Task Accounts_come_with_the_units_they_hold()
    {
        await using var store = await StoreWithBlocks(
            Sample.Block("a", 1, 100), Sample.Block("b", 201, 210), Sample.Account(Sample.AccountNumber), Sample.Account("THA-2-00"),
            StateChange.Set(StateKinds.UnitBlock, "gone", "{}"u8.ToArray(), Sample.Columns(301, 400) with { IsInAccount = false }));

        var accounts = await store.ReadAccountsAsync(Thailand, "", 10);

        accounts.Select(a => (a.Number, a.Columns.Kind, a.Columns.Holder, a.Tonnes)).ShouldBe(
            [(Sample.AccountNumber, "GovernmentHolding", "Ministry", 110), ("THA-2-00", "GovernmentHolding", "Ministry", 0)]);
        (await store.ReadUnitsOfAccountAsync(Thailand, Sample.AccountNumber, UnitBlockCursor.Start, 10)).Select(u => u.Key).ShouldBe(["a", "b"]);
        (await store.ReadAccountsAsync(Thailand, Sample.AccountNumber, 10)).Select(a => a.Number).ShouldBe(["THA-2-00"]);
    }

    [Fact]
    public async Task A_split_block_replaces_the_whole_one()
    {
        await using var store = await StoreWithBlocks(Sample.Block("a", 1, 100));
        var step = new CommitBatchBuilder(Thailand, (await store.LoadAsync(Thailand)).Heads);
        step.Change(StateChange.Delete(StateKinds.UnitBlock, "a"));
        step.Change(Sample.Block("a1", 1, 40));
        step.Change(Sample.Block("a2", 41, 100));
        await store.CommitAsync(step.Build());

        (await store.FindSerialAsync(Sample.Prefix, 40, "")).Select(u => u.Key).ShouldBe(["a1"]);
        (await store.FindSerialAsync(Sample.Prefix, 41, "")).Select(u => u.Key).ShouldBe(["a2"]);
        (await store.TotalsAsync(Thailand)).ShouldHaveSingleItem().Tonnes.ShouldBe(100);
    }

    [Fact]
    public void Columns_belong_to_the_kind_of_item()
    {
        Should.Throw<ArgumentException>(() => StateChange.Set(StateKinds.UnitBlock, "a", "{}"u8.ToArray()));
        Should.Throw<ArgumentException>(() => StateChange.Set("project", "a", "{}"u8.ToArray(), new AccountColumns("k", "h")));
    }

    private async Task<IRegistryStore> StoreWithBlocks(params StateChange[] changes)
    {
        var store = Create();
        var step = Begin();
        foreach (var change in changes) step.Change(change);
        await store.CommitAsync(step.Build());
        return store;
    }
}
