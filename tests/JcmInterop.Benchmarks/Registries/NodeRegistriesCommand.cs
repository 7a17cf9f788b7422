using System.Globalization;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>Japan with several partners at one time, between nodes: what the transfers of all registries together reach as the registries become more.</summary>
internal static class NodeRegistriesCommand
{
    // Long enough that the ends of a turn, at which some registries have nothing left to do, do not count for much.
    private const int BatchesPerTurn = 96;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var turns = new RegistryTurns(RegistryTurns.BatchOf(arguments), BatchesPerTurn);
        // Every node has a pool of connections.
        await using var server = arguments.Contains("postgres") ? new PostgresTestServer { FurtherSettings = ["max_connections=1000"] } : null;
        if (server is not null) await server.InitializeAsync();
        Console.WriteLine(
            $"""
            Japan's node is one process with all registries in one store. Every partner has a node and a store of its own; the partners' nodes share one process. Japan's limits for an address are multiplied by the number of partners, who share one here.

            | registries | settled transfers a second, batches of {turns.Batch}, {(server is null ? "SQLite" : "PostgreSQL")}: median (least to most) | peak memory of Japan's node, MiB |
            |---|---|---|
            """);
        foreach (var count in MechanismPartners.Counts)
        {
            await using var nodes = await Progress.OfAsync($"{count} registries, starting the nodes", RegistryNodes.StartAsync(MechanismPartners.Facts(count), server));
            await Progress.OfAsync($"{count} registries, preparing", Task.WhenAll(nodes.Registries.Select(r => r.PrepareAsync(1_000_000))));
            var rates = await turns.MeasureAsync(nodes.Registries, (registry, batches) => ExchangeRun.BatchesAsync(registry, turns.Batch, batches));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count} | {rates.ToText()} | {nodes.Japan.PeakBytes >> 20} |"));
        }

        return 0;
    }
}
