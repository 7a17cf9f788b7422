using System.Globalization;
using JcmInterop.Storage.Tests.Postgres;

[assembly: AssemblyFixture(typeof(PostgresTestServer))]

namespace JcmInterop.Faults.Tests;

/// <summary>Real processes are killed and paused under load. A long run: set JCM_FAULTS to the number of faults, and JCM_FAULT_SEED to repeat one.</summary>
public sealed class FaultTests(PostgresTestServer server, ITestOutputHelper output)
{
    private const int FaultsByDefault = 4;
    private const int TransfersBetween = 10;

    // Longer than the cluster needs to declare a silo dead.
    private static readonly TimeSpan PauseOfSilo = TimeSpan.FromSeconds(9);

    private enum Fault
    {
        SiloPaused,
        SiloKilled,
        DatabaseKilled,
        TwoSilosKilled,
    }

    [Fact]
    public async Task Faults_under_load_lose_nothing_double_nothing_and_break_no_law()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("JCM_FAULTS") ?? $"{FaultsByDefault}", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("JCM_FAULT_SEED") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        await using var world = await FaultWorld.StartAsync(server);
        world.BeginLoad();
        await world.ProgressAsync(TransfersBetween);

        for (var i = 0; i < count; i++)
        {
            // The short run takes each kind once.
            var fault = count <= FaultsByDefault ? (Fault)i : Enum.GetValues<Fault>()[random.Next(FaultsByDefault)];
            await StrikeAsync(world, fault, random);
            var back = await world.ProgressAsync(TransfersBetween);
            output.WriteLine($"{i + 1}. {fault}: {TransfersBetween} more transfers after {back.TotalSeconds:0.0} s; {world.Acknowledged} acknowledged in all");
        }

        await world.ShouldHaveKeptEverythingAsync();
        (await world.Thailand.StopAsync()).ShouldBe(0);
    }

    private static async Task StrikeAsync(FaultWorld world, Fault fault, Random random)
    {
        var silos = world.Thailand.Silos().OrderBy(_ => random.Next()).ToList();
        switch (fault)
        {
            case Fault.SiloKilled:
                await FaultNode.SignalAsync("KILL", silos[0]);
                break;
            case Fault.TwoSilosKilled:
                await Task.WhenAll(silos.Take(2).Select(pid => FaultNode.SignalAsync("KILL", pid)));
                break;
            case Fault.SiloPaused:
                await FaultNode.SignalAsync("STOP", silos[0]);
                await world.ProgressAsync(TransfersBetween);
                await Task.Delay(PauseOfSilo, TimeProvider.System, TestContext.Current.CancellationToken);
                await FaultNode.SignalAsync("CONT", silos[0]);
                break;
            case Fault.DatabaseKilled:
                await world.Server.KillAsync();
                await world.Server.StartAsync();
                break;
        }
    }
}
