using System.Security.Cryptography;
using CsCheck;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Tests.Journal;

public sealed class MerkleFrontierTests
{
    [Fact]
    public void The_tree_without_leaves_has_the_hash_of_nothing() =>
        MerkleFrontier.Empty.Root().ToString().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Appending_row_by_row_gives_the_root_of_the_recursive_definition() =>
        Gen.Int[0, 200].Sample(count =>
        {
            var rows = Enumerable.Range(0, count).Select(i => Digest.Of(BitConverter.GetBytes(i))).ToArray();
            var frontier = rows.Aggregate(MerkleFrontier.Empty, (f, row) => f.Append(row));
            frontier.Size.ShouldBe(count);
            frontier.Root().ToArray().ShouldBe(Root(rows));
        });

    [Fact]
    public void A_frontier_read_back_goes_on_as_before() =>
        Gen.Int[0, 300].Sample(count =>
        {
            var frontier = Enumerable.Range(0, count).Aggregate(MerkleFrontier.Empty, (f, i) => f.Append(Digest.Of(BitConverter.GetBytes(i))));
            var again = MerkleFrontier.Parse(count, frontier.ToArray());
            again.ShouldBe(frontier);
            again.Append(Digest.Of("x"u8)).Root().ShouldBe(frontier.Append(Digest.Of("x"u8)).Root());
        });

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 32)]
    [InlineData(2, 33)]
    [InlineData(-1, 0)]
    public void A_frontier_of_the_wrong_size_is_refused(long size, int bytes) =>
        Should.Throw<FormatException>(() => MerkleFrontier.Parse(size, new byte[bytes]));

    private static byte[] Root(ReadOnlySpan<Digest> rows)
    {
        if (rows.Length == 0) return SHA256.HashData([]);
        if (rows.Length == 1) return SHA256.HashData([0, .. rows[0].ToArray()]);
        var left = 1;
        while (left * 2 < rows.Length) left *= 2;
        return SHA256.HashData([1, .. Root(rows[..left]), .. Root(rows[left..])]);
    }
}
