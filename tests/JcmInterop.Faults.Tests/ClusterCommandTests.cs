using System.Text.Json;
using JcmInterop.Domain.Accounts;
using JcmInterop.EndToEnd.Tests;
using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Faults.Tests.World;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Faults.Tests;

/// <summary>The command <c>jcm cluster</c> as people run it.</summary>
[Collection(nameof(SharedWorld))]
public sealed class ClusterCommandTests
{
    private const int Silos = 2;
    private const int AccountsBetween = 5;

    [Fact]
    public async Task A_cluster_starts_a_killed_silo_again_serves_all_the_while_and_stops_when_asked()
    {
        var site = await FaultSite.HereAsync();
        await using var world = new FaultWorld(site);
        var (node, accounts) = (world.Thailand, 0);
        await using var cluster = JcmProcess.Start("cluster", "--config", await node.ConfigureAsync(world.Japan), "--silos", $"{Silos}", "--until-input-ends", "--json");
        await cluster.LineWithAsync("readyAfterMilliseconds");
        await OpenAccountsAsync();

        var (killed, _) = Running()[0];
        await Tool.SignalAsync("KILL", killed);
        await OpenAccountsAsync();
        await world.UntilAsync(() => Task.FromResult(Running().Count == Silos && Running().TrueForAll(silo => silo.ProcessId != killed)), "the killed silo to be started again");
        await world.UntilAsync(async () => (await Task.WhenAll(Running().Select(silo => node.AskAsync(silo.Url, "health/ready")))).All(said => said is { Status: 200 }), "both silos to be ready");
        await OpenAccountsAsync();

        await cluster.TerminateAsync();
        (await cluster.EndAsync()).ShouldBe(0);
        (await node.StateAsync()).Accounts.Count.ShouldBe(3 * AccountsBetween);

        async Task OpenAccountsAsync()
        {
            for (var i = 0; i < AccountsBetween; i++)
            {
                var command = Facts.Open(Facts.Tha, 101 + accounts, AccountKind.EntityHolding);
                (await node.DoAsync(command, $"open {accounts++}", TestContext.Current.CancellationToken)).ShouldBeTrue();
            }
        }

        List<(int ProcessId, Uri Url)> Running() =>
        [
            .. JsonElement.Parse(File.ReadAllBytes(Path.Combine(node.Data, "silos", "silos.json"))).EnumerateArray()
                .Select(silo => (silo.GetProperty("pid").GetInt32(), new Uri(silo.GetProperty("url").GetString()!))).Where(silo => silo.Item1 > 0),
        ];
    }
}
