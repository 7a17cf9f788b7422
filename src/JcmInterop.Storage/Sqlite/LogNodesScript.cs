using System.Data;
using System.Text;
using Dapper;
using DbUp.Engine;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>The migration that computes the nodes of the Merkle tree over journals written before the nodes were kept.</summary>
internal sealed class LogNodesScript(SqliteConnection connection) : IScript
{
    public const string Name = "0006_log_nodes";

    /// <summary>The script that makes the table it fills.</summary>
    public const string After = "0005_transparency_log";

    private const int NodesPerStatementMax = 500;

    public string ProvideScript(Func<IDbCommand> dbCommandFactory)
    {
        var sql = new StringBuilder();
        foreach (var registry in connection.Query<string>("SELECT registry FROM registry_head ORDER BY registry").ToList())
        {
            foreach (var some in Nodes(registry).Chunk(NodesPerStatementMax))
            {
                var values = some.Select(node => $"('{registry}', {node.Level}, {node.Place}, x'{node.Hash}')");
                sql.AppendLine($"INSERT INTO log_node (registry, level, place, hash) VALUES {string.Join(", ", values)};");
            }
        }

        return sql.Length == 0 ? "SELECT 1;" : sql.ToString();
    }

    private List<LogNode> Nodes(string registry)
    {
        var (frontier, nodes) = (MerkleFrontier.Empty, new List<LogNode>());
        var hashes = connection.Query<byte[]>("SELECT hash FROM journal WHERE registry = $registry ORDER BY position", new { registry }, buffered: false);
        foreach (var hash in hashes)
        {
            frontier = frontier.AppendLeaf(MerkleHash.Leaf(new Digest(hash)), (level, place, node) =>
            {
                if (level >= LogNode.LevelMin) nodes.Add(new LogNode(level, place, node));
            });
        }

        return nodes;
    }
}
