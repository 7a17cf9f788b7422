using System.Text;
using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Tests.Contract;

public abstract partial class StorageContract
{
    private static readonly PartyCode Tha = new("THA");

    [Fact]
    public async Task A_loaded_state_is_the_one_its_items_say()
    {
        var random = new Random(2026);
        UnitBlock[] blocks = [.. Enumerable.Range(0, 600).Select(i => RandomBlock(random, i))];
        LedgerItem[] others =
        [
            new Account(new AccountNumber(Tha, 1), AccountKind.EntityHolding, new AccountHolder("Holder \"quoted\""), false, new DateOnly(2025, 4, 1), []),
            .. Enumerable.Range(0, 100).Select(i => RandomTransfer(random, i)),
        ];
        await using var store = await StoreWithBlocks([.. blocks.Concat(others).Select(LedgerRows.Of)]);

        var loaded = await store.LoadStateAsync(Thailand);

        var image = await store.LoadAsync(Thailand);
        loaded.Items.ShouldBe(image.Items.Count);
        loaded.Heads.ShouldBe(image.Heads);
        loaded.State.Changes.ShouldBeEmpty();
        loaded.State.Blocks.ShouldBe(blocks.OrderBy(b => b.Serials));
        Rows(loaded.State.Items()).ShouldBe(image.Items.Select(i => (i.Kind, i.Key, Sample.Text(i.Body))), ignoreOrder: true);
        Rows(loaded.State.Items()).ShouldBe(Rows(LedgerRows.State(image.Items).Items()));
        (await store.LoadStateAsync(Mongolia)).State.Items().ShouldBeEmpty();
        (await store.HeadsAsync(Thailand)).ShouldBe(image.Heads);
    }

    [Fact]
    public async Task A_state_with_a_damaged_block_is_refused_as_its_items_are()
    {
        var random = new Random(7);
        string[] bodies = [.. Enumerable.Range(0, 40).Select(i => Sample.Text(LedgerRows.Of(RandomBlock(random, i)).Body!.Value))];
        var damages = new (string From, string To)[]
        {
            ("\"first\":", "\"first\":0"), ("\"final\":", "\"final\":-"), ("\"final\":", "\"final\":9999999999999"), ("\"account\":\"THA-", "\"account\":\"THA-9"),
            ("\"item\":\"block\"", "\"item\":\"blok\""), (",\"status\"", ",\"status\":\"held\",\"status\""), ("\"vintage\":20", "\"vintage\":90"), ("}", ""), ("\"disposal\":", "\"disposed\":"),
            ("\"prefix\":\"", "\"prefix\":\" "),
        };
        await using var store = await StoreWithBlocks(
            [.. bodies.Select((body, i) => StateChange.Set(StateKinds.UnitBlock, $"{i:00}", Encoding.UTF8.GetBytes(body), Sample.Columns(i + 1, i + 1)))]);
        foreach (var (from, to) in damages)
        {
            var at = bodies[20].LastIndexOf(from, StringComparison.Ordinal);
            var damaged = Encoding.UTF8.GetBytes(bodies[20].Remove(at, from.Length).Insert(at, to));
            await ChangeAsync(store, StateChange.Set(StateKinds.UnitBlock, "20", damaged, Sample.Columns(21, 21)));

            var asItem = Should.Throw<MalformedJsonException>(() => LedgerRows.Item(new StateItem("block", "20", damaged)));

            (await Should.ThrowAsync<MalformedJsonException>(() => store.LoadStateAsync(Thailand))).Message.ShouldBe(asItem.Message, $"{from} became {to}");
        }
    }

    [Fact]
    public void A_body_in_another_writing_is_read_like_any() => Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 3]).Sample((seed, writing) =>
    {
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, 30).Select(i => RandomBlock(random, i)).ToList();
        var loading = new StateLoading();
        foreach (var block in blocks)
        {
            var body = Sample.Text(LedgerRows.Of(block).Body!.Value);
            loading.AddBlock(Encoding.UTF8.GetBytes(random.Next(3) > 0 ? body : writing switch
            {
                0 => body.Replace("\"first\":", "\"first\": ", StringComparison.Ordinal),
                1 => body.Replace(",\"disposal\":null", "", StringComparison.Ordinal),
                2 => body.Replace("\"account\":\"T", "\"account\":\"\\u0054", StringComparison.Ordinal),
                _ => $" {body}\n",
            }));
        }

        loading.Build().Blocks.ShouldBe(blocks.OrderBy(b => b.Serials));
    }, iter: 30);

    [Fact]
    public async Task A_state_with_a_damaged_transfer_is_refused_as_its_items_are()
    {
        var random = new Random(11);
        Transfer[] transfers = [.. Enumerable.Range(0, 30).Select(i => RandomTransfer(random, i))];
        var body = Sample.Text(LedgerRows.Of(transfers.Last(t => t.Completed.Length > 2)).Body!.Value);
        await using var store = await StoreWithBlocks([.. transfers.Select(LedgerRows.Of)]);
        foreach (var (from, to) in new[]
        {
            ("\"final\":", "\"final\":9999999999999"), ("},{\"serials\"", "},null,{\"serials\""), ("},{\"serials\"", "}{\"serials\""), ("\"completed\":[", "\"completed\":[,"), ("}]", "},]"),
            ("\"units\":[", "\"units\":[],\"units\":["), ("\"trigger\":\"", "\"trigger\":\"un"), ("\"decideBy\":\"", "\"decideBy\":\"x"),
        })
        {
            var at = body.LastIndexOf(from, StringComparison.Ordinal);
            var damaged = Encoding.UTF8.GetBytes(body.Remove(at, from.Length).Insert(at, to));
            await ChangeAsync(store, StateChange.Set("transfer", "zz", damaged));

            var asItem = Should.Throw<MalformedJsonException>(() => LedgerRows.Item(new StateItem("transfer", "zz", damaged)));

            (await Should.ThrowAsync<MalformedJsonException>(() => store.LoadStateAsync(Thailand))).Message.ShouldBe(asItem.Message, $"{from} became {to}");
        }
    }

    private static async Task ChangeAsync(IRegistryStore store, StateChange change)
    {
        var step = new CommitBatchBuilder(Thailand, await store.HeadsAsync(Thailand));
        step.Change(change);
        await store.CommitAsync(step.Build());
    }

    private static IEnumerable<(string, string, string)> Rows(IEnumerable<LedgerItem> items) => items.Select(LedgerRows.Of).Select(row => (row.Kind, row.Key, Sample.Text(row.Body!.Value)));

    // Few values of each fact, so that blocks share some and not others.
    private static UnitBlock RandomBlock(Random random, int number)
    {
        var status = (BlockStatus)random.Next(5);
        var tonnes = random.Next(1, 10);
        var isFirstTransferred = status == BlockStatus.TransferredOut || random.Next(2) == 0;
        return new UnitBlock(
            new SerialRange($"THA-JPN-TH00{random.Next(3)}-", (10 * number) + 1, (10 * number) + tonnes, random.Next(4) == 0 ? "-X}]" : ""), random.Next(4) == 0 ? PartyCode.Japan : Tha,
            new ProjectReference($"TH00{random.Next(3)}"), new Vintage(2021 + random.Next(3)), random.Next(3) == 0 ? null : new MonitoringPeriod(new DateOnly(2021, 1, 1), new DateOnly(2021 + random.Next(2), 12, 31)),
            new AccountNumber(Tha, 1 + random.Next(20)), status,
            status is BlockStatus.Reserved or BlockStatus.TransferredOut || random.Next(3) == 0 ? new TransferId(new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) : null,
            isFirstTransferred ? new AuthorizationId($"A{random.Next(2)}") : null,
            isFirstTransferred ? new ItmoBlock(new CooperativeApproachId("CA0001"), new PartyRegistryId("THA01"), Tha, (10_000 * random.Next(2)) + (10 * number) + 1) : null,
            isFirstTransferred ? new FirstTransfer(new DateOnly(2025, 1, 1 + random.Next(3)), (FirstTransferTrigger)random.Next(5), new AuthorizationId($"A{random.Next(2)}")) : null,
            status is BlockStatus.UsedTowardsNdc or BlockStatus.Cancelled ? new Disposal(new DateOnly(2025, 6, 1), 2025, null, random.Next(2) == 0 ? "in words, \"quoted\": 大" : null, null) : null);
    }

    private static Transfer RandomTransfer(Random random, int number)
    {
        var completed = Enumerable.Range(0, random.Next(5)).Select(i => RandomBlock(random, (10 * number) + i).Run()).ToList();
        var at = new DateTimeOffset(2025, 6, 1, 9, 30, random.Next(60), TimeSpan.Zero);
        var offer = new TransferOffer(
            new TransferId(new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), TransferKind.BetweenRegistries, Tha, PartyCode.Japan, new AccountNumber(Tha, 1), null,
            new AuthorizationId("A0"), null, null, new DateOnly(2025, 6, 1), at.AddDays(30),
            [.. completed.Select(u => u with { Itmo = null, FirstTransfer = null }), RandomBlock(random, (10 * number) + 9).Run()]);
        return new Transfer(offer, TransferRole.Transferring, TransferState.Completed, at, null, null, new DateOnly(2025, 6, 1), [.. completed], null, null, at);
    }
}
