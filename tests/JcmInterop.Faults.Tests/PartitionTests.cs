using JcmInterop.Domain.Transfers;
using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Faults.Tests.World;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;
using Xunit.Sdk;

namespace JcmInterop.Faults.Tests;

/// <summary>The network between the silos of a node is cut, while both parts reach the database and are reached by clients.</summary>
[Collection(nameof(SharedWorld))]
public sealed class PartitionTests(SharedWorld shared, ITestOutputHelper output)
{
    private const int TransfersBetween = 3;
    private const int AcceptedByMajority = 5;

    [Fact]
    public async Task Of_two_parts_of_a_cut_cluster_one_writes_and_after_healing_all_goes_on()
    {
        var world = await shared.StartedAsync(output.Say);
        if (world.Site.Network is null) throw SkipException.ForSkip("A CUT NETWORK IS NOT TESTED: namespaces need root on Linux. Run eng/test as root.");
        await world.AllReadyAsync();
        world.Load.Begin();
        await world.ProgressAsync(TransfersBetween);
        // The part of one silo is the one that writes, so that the other part has to take over.
        FaultSilo? writer = null;
        await world.UntilAsync(async () => (writer = await world.Thailand.WriterAsync()) is not null, "the database to show which silo writes");
        var alone = writer!;
        var others = world.Thailand.Silos.Where(silo => silo != alone).ToList();
        var (starts, process) = (alone.Starts, alone.ProcessId);
        using var minority = new PartClient(world, alone, () => alone.ProcessId == process);
        using var majority = new PartClient(world, others[0], () => true);

        await Task.WhenAll(others.Select(other => FaultNetwork.CutAsync(alone.Machine, other.Machine)));
        minority.Begin();
        majority.Begin();
        await world.UntilAsync(() => Task.FromResult(alone.Starts > starts), "the silo that was cut off to find that it was declared dead");
        await world.UntilAsync(() => Task.FromResult(majority.Accepted.Count >= AcceptedByMajority), "the other part to take over");
        await Task.WhenAll(others.Select(other => FaultNetwork.HealAsync(alone.Machine, other.Machine)));

        await majority.EndAsync();
        await minority.EndAsync();
        await world.ProgressAsync(TransfersBetween);
        await world.AllReadyAsync();
        output.Say($"Accepted while the cluster was cut: {minority.Accepted.Count} by the part of one silo before it was declared dead, {majority.Accepted.Count} by the other");
        await world.ShouldHaveKeptEverythingAsync();
        // Nothing passes the cut, so each acceptance is of a writer in its own part; in the journal, those of the two parts do not mix.
        var places = await PlacesAsync(world);
        var taken = majority.Accepted.Min(id => places[id]);
        minority.Accepted.Select(id => places[id]).ShouldAllBe(place => place < taken);
    }

    /// <summary>Where each transfer of the journal was offered.</summary>
    private static async Task<Dictionary<TransferId, long>> PlacesAsync(FaultWorld world)
    {
        var places = new Dictionary<TransferId, long>();
        var last = 0L;
        while (await world.Thailand.Record.ReadJournalAsync(Facts.Pair, last, IJournalReader.PageRowsMax) is { Count: > 0 } page)
        {
            foreach (var row in page.Where(row => LedgerRows.IsEvent(row.Entry)))
                if (LedgerRows.Event(row.Entry) is TransferOffered offered)
                    places[offered.Offer.Id] = row.Position;
            last = page[^1].Position;
        }

        return places;
    }
}
