using JcmInterop.Messages.Log;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Tests.Contract;

public abstract partial class StorageContract
{
    [Fact]
    public async Task Proofs_of_any_row_and_any_earlier_size_are_made_from_kept_nodes()
    {
        await using var store = Create();
        var tree = await GrowAsync(store, 300);
        foreach (var size in (long[])[1, 15, 16, 17, 100, 255, 256, 300])
        {
            foreach (var position in (long[])[1, 2, size / 2, size - 1, size])
            {
                if (position < 1 || position > size) continue;
                (await LogProofs.InclusionAsync(store, Thailand, position, size)).ShouldBe(tree.Inclusion(position - 1, size), $"{position} of {size}");
            }

            foreach (var earlier in (long[])[0, 1, Math.Min(7, size), size / 2, size])
                (await LogProofs.ConsistencyAsync(store, Thailand, earlier, size)).ShouldBe(tree.Consistency(earlier, size), $"{earlier} of {size}");
        }
    }

    [Fact]
    public async Task Row_hashes_and_nodes_are_read_by_place()
    {
        await using var store = Create();
        await GrowAsync(store, 40);
        var rows = await store.ReadJournalAsync(Thailand, 0, 40);

        (await store.ReadRowHashesAsync(Thailand, 16, 16)).ShouldBe(rows.Skip(16).Take(16).Select(r => r.Hash));
        (await store.ReadRowHashesAsync(Thailand, 32, 16)).Count.ShouldBe(8);
        var nodes = await store.ReadLogNodesAsync(Thailand, [new(4, 0), new(4, 1), new(5, 0), new(4, 2), new(9, 0)]);
        nodes.Select(n => (n.Level, n.Place)).ShouldBe([(4, 0L), (4, 1L), (5, 0L)], ignoreOrder: true);
        (await store.ReadLogNodesAsync(Mongolia, [new(4, 0)])).ShouldBeEmpty();
        (await store.ReadLogNodesAsync(Thailand, [])).ShouldBeEmpty();
        var tooMany = Enumerable.Range(0, IJournalReader.NodesMax + 1).Select(i => new LogNodeKey(4, i)).ToList();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => store.ReadLogNodesAsync(Thailand, tooMany));
    }

    /// <summary>Writes rows in steps of several sizes, and grows the same tree beside.</summary>
    private static async Task<MerkleTree> GrowAsync(IRegistryStore store, int rows)
    {
        var (tree, heads) = (new MerkleTree(), RegistryHeads.Empty);
        for (var width = 1; heads.Journal.Position < rows; width = (width % 50) + 7)
        {
            var step = new CommitBatchBuilder(Thailand, heads);
            for (var i = 0; i < width && step.Heads.Journal.Position < rows; i++)
                tree.AppendLeaf(MerkleHash.Leaf(step.Append(Sample.Entry("k", $"{step.Heads.Journal.Position}")).Hash));
            await store.CommitAsync(step.Build());
            heads = step.Heads;
        }

        return tree;
    }
}
