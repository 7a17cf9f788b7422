using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Inclusion and consistency proofs of RFC 6962 over a journal of seven rows, right ones and wrong ones.</summary>
internal static class ProofVectors
{
    private const int Rows = 7;

    public static JsonObject File()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < Rows; i++) tree.AppendLeaf(Leaf(i));
        return new JsonObject
        {
            ["rows"] = new JsonArray([.. Enumerable.Range(0, Rows).Select(i => (JsonNode)Row(i))]),
            ["leafHashes"] = new JsonArray([.. Enumerable.Range(0, Rows).Select(i => (JsonNode)Leaf(i).ToBase64Url())]),
            ["roots"] = new JsonArray([.. Enumerable.Range(0, Rows + 1).Select(size => (JsonNode)tree.Root(size).ToBase64Url())]),
            ["inclusion"] = new JsonArray([.. Inclusions(tree)]),
            ["consistency"] = new JsonArray([.. Consistencies(tree)]),
        };
    }

    private static string Row(int index) => $"row {index}";

    private static Digest Leaf(int index) => MerkleHash.Leaf(Digest.Of(Encoding.UTF8.GetBytes(Row(index))));

    private static IEnumerable<JsonNode> Inclusions(MerkleTree tree)
    {
        for (var size = 1; size <= Rows; size++)
        {
            for (var index = 0; index < size; index++)
                yield return Inclusion($"row-{index}-of-{size}", index, size, Leaf(index), tree.Inclusion(index, size), tree.Root(size), "accepted");
        }

        var path = tree.Inclusion(3, Rows);
        var root = tree.Root(Rows);
        yield return Inclusion("wrong-row", 3, Rows, Leaf(4), path, root, "refused");
        yield return Inclusion("wrong-index", 4, Rows, Leaf(3), path, root, "refused");
        yield return Inclusion("wrong-size", 3, 4, Leaf(3), path, root, "refused");
        yield return Inclusion("wrong-root", 3, Rows, Leaf(3), path, tree.Root(Rows - 1), "refused");
        yield return Inclusion("path-too-short", 3, Rows, Leaf(3), [.. path.Skip(1)], root, "refused");
        yield return Inclusion("path-too-long", 3, Rows, Leaf(3), [.. path, path[0]], root, "refused");
        yield return Inclusion("path-in-another-order", 3, Rows, Leaf(3), [.. path.Reverse()], root, "refused");
        yield return Inclusion("index-beyond-size", Rows, Rows, Leaf(3), path, root, "refused");
    }

    private static IEnumerable<JsonNode> Consistencies(MerkleTree tree)
    {
        for (var size = 1; size <= Rows; size++)
        {
            for (var earlier = 1; earlier <= size; earlier++)
                yield return Consistency($"{earlier}-to-{size}", earlier, size, tree.Root(earlier), tree.Root(size), tree.Consistency(earlier, size), "accepted");
        }

        var path = tree.Consistency(3, Rows);
        yield return Consistency("another-past", 3, Rows, tree.Root(2), tree.Root(Rows), path, "refused");
        yield return Consistency("another-present", 3, Rows, tree.Root(3), tree.Root(6), path, "refused");
        yield return Consistency("proof-too-short", 3, Rows, tree.Root(3), tree.Root(Rows), [.. path.Skip(1)], "refused");
        yield return Consistency("proof-too-long", 3, Rows, tree.Root(3), tree.Root(Rows), [.. path, path[0]], "refused");
        yield return Consistency("shrunk", Rows, 3, tree.Root(Rows), tree.Root(3), path, "refused");
    }

    private static JsonObject Inclusion(string id, int index, int size, Digest leaf, IReadOnlyList<Digest> path, Digest root, string expected) => new()
    {
        ["id"] = id, ["index"] = index, ["treeSize"] = size, ["leafHash"] = leaf.ToBase64Url(), ["path"] = Texts(path), ["root"] = root.ToBase64Url(), ["expected"] = expected,
    };

    private static JsonObject Consistency(string id, int earlier, int size, Digest earlierRoot, Digest root, IReadOnlyList<Digest> path, string expected) => new()
    {
        ["id"] = id, ["earlierSize"] = earlier, ["treeSize"] = size, ["earlierRoot"] = earlierRoot.ToBase64Url(), ["root"] = root.ToBase64Url(), ["path"] = Texts(path), ["expected"] = expected,
    };

    private static JsonArray Texts(IEnumerable<Digest> hashes) => new([.. hashes.Select(h => (JsonNode)h.ToBase64Url())]);
}
