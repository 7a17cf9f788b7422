using CsCheck;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Messages.Tests.Log;

public sealed class MerkleTests
{
    // The reference inputs, roots and proofs of the certificate transparency project.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing() =>
        MerkleFrontier.Empty.Root().ToString().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Roots_are_the_published_ones()
    {
        var frontier = MerkleFrontier.Empty;
        for (var i = 0; i < Leaves.Length; i++)
        {
            frontier = frontier.AppendLeaf(Leaf(i));
            frontier.Root().ToString().ShouldBe(Roots[i]);
            Reference().Root(i + 1).ToString().ShouldBe(Roots[i]);
        }
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Inclusion_proofs_are_the_published_ones(long index, long size, string path) =>
        string.Join(' ', Reference().Inclusion(index, size)).ShouldBe(path);

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Consistency_proofs_are_the_published_ones(long earlier, long size, string path) =>
        string.Join(' ', Reference().Consistency(earlier, size)).ShouldBe(path);

    [Fact]
    public void Every_inclusion_proof_verifies_and_no_altered_one_does()
    {
        var tree = Tree(70);
        for (var size = 1L; size <= tree.Size; size++)
        {
            for (var index = 0L; index < size; index++)
            {
                var path = tree.Inclusion(index, size);
                MerkleProofs.IsIncluded(index, size, Content(index), path, tree.Root(size)).ShouldBeTrue($"{index} of {size}");
                MerkleProofs.IsIncluded(index, size, Content(index + 1), path, tree.Root(size)).ShouldBeFalse();
                MerkleProofs.IsIncluded(index, size, Content(index), path, tree.Root(size - 1)).ShouldBeFalse();
                MerkleProofs.IsIncluded(index, size, Content(index), [.. path, Content(0)], tree.Root(size)).ShouldBeFalse();
                if (path.Count > 0) MerkleProofs.IsIncluded(index, size, Content(index), [.. path.Skip(1)], tree.Root(size)).ShouldBeFalse();
                if (size > 1) MerkleProofs.IsIncluded((index + 1) % size, size, Content(index), path, tree.Root(size)).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_verifies_and_no_altered_one_does()
    {
        var tree = Tree(70);
        for (var size = 1L; size <= tree.Size; size++)
        {
            for (var earlier = 0L; earlier <= size; earlier++)
            {
                var path = tree.Consistency(earlier, size);
                MerkleProofs.IsConsistent(earlier, size, tree.Root(earlier), tree.Root(size), path).ShouldBeTrue($"{earlier} of {size}");
                MerkleProofs.IsConsistent(earlier, size, Content(99), tree.Root(size), path).ShouldBeFalse();
                MerkleProofs.IsConsistent(earlier, size, tree.Root(earlier), tree.Root(size), [.. path, Content(0)]).ShouldBeFalse();
                if (earlier > 0) MerkleProofs.IsConsistent(earlier, size, tree.Root(earlier), Content(99), path).ShouldBeFalse();
                if (path.Count > 0) MerkleProofs.IsConsistent(earlier, size, tree.Root(earlier), tree.Root(size), [.. path.SkipLast(1)]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_flipped_bit_in_any_hash_of_a_proof_spoils_it() =>
        Gen.Select(Gen.Int[2, 70], Gen.Int[0, 10_000], Gen.Int[0, 255]).Sample((size, pick, bit) =>
        {
            var tree = Tree(size);
            var index = pick % size;
            var inclusion = tree.Inclusion(index, size);
            var earlier = 1 + (pick % (size - 1));
            var consistency = tree.Consistency(earlier, size);
            return inclusion.Index().All(h => !MerkleProofs.IsIncluded(index, size, Content(index), Flip(inclusion, h.Index, bit), tree.Root(size)))
                && consistency.Index().All(h => !MerkleProofs.IsConsistent(earlier, size, tree.Root(earlier), tree.Root(size), Flip(consistency, h.Index, bit)));
        }, iter: 200);

    [Fact]
    public void A_frontier_survives_its_bytes() => Gen.Int[0, 300].Sample(size =>
    {
        var frontier = Tree(size).Frontier;
        var again = MerkleFrontier.Parse(size, frontier.ToArray());
        return again.Equals(frontier) && again.Root() == frontier.Root() && again.AppendLeaf(Content(1)).Root() == frontier.AppendLeaf(Content(1)).Root();
    });

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 32)]
    [InlineData(3, 32)]
    [InlineData(3, 65)]
    public void Bytes_of_another_size_are_no_frontier(long size, int bytes) => Should.Throw<FormatException>(() => MerkleFrontier.Parse(size, new byte[bytes]));

    [Fact]
    public void A_large_tree_grows_without_its_leaves()
    {
        var frontier = MerkleFrontier.Parse((1L << 40) - 1, new byte[40 * 32]);
        frontier.Append(default).ToArray().Length.ShouldBe(32);
        frontier.Append(default).Size.ShouldBe(1L << 40);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    public void There_is_no_proof_for_a_leaf_outside_the_tree(long index, long size)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Reference().Inclusion(index, size));
        MerkleProofs.IsIncluded(index, size, Leaf(0), [], Reference().Root(3)).ShouldBeFalse();
    }

    private static MerkleTree Reference()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < Leaves.Length; i++) tree.AppendLeaf(Leaf(i));
        return tree;
    }

    private static MerkleTree Tree(int size)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < size; i++) tree.AppendLeaf(Content(i));
        return tree;
    }

    private static Digest Leaf(int index) => MerkleHash.Leaf(Convert.FromHexString(Leaves[index]));

    private static Digest Content(long index) => MerkleHash.Leaf(BitConverter.GetBytes(index));

    private static List<Digest> Flip(IReadOnlyList<Digest> path, int index, int bit)
    {
        var bytes = path[index].ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return [.. path.Take(index), new Digest(bytes), .. path.Skip(index + 1)];
    }
}
