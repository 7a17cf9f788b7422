using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int SeedsUnlessTold = 10_000;
    private const int SignedSeeds = 40;
    private const int RestoredSeeds = 500;
    private const int SeedsToFindABug = 400;

    private static readonly Worlds Cheap = new(Keys.Cheap);

    /// <summary>JCM_SIM_SEEDS runs more seeds; JCM_SIM_FROM starts elsewhere.</summary>
    [Fact]
    public void The_laws_hold_whatever_the_network_the_disks_and_the_clocks_do()
    {
        var (from, count) = (Number("JCM_SIM_FROM", 1), Number("JCM_SIM_SEEDS", SeedsUnlessTold));
        var began = Stopwatch.GetTimestamp();

        Simulation.FirstFailure(Enumerable.Range(from, count), Cheap.New).ShouldBeNull();

        output.WriteLine($"{count} seeds, {count / Stopwatch.GetElapsedTime(began).TotalSeconds:0} seeds a second");
    }

    [Fact]
    public void The_laws_hold_with_the_signatures_of_the_product() =>
        Simulation.FirstFailure(Enumerable.Range(1, SignedSeeds), new Worlds(Keys.Genuine).New).ShouldBeNull();

    /// <summary>JCM_SIM_RESTORED_SEEDS runs more seeds.</summary>
    [Fact]
    public void The_laws_hold_when_a_side_is_restored_from_an_old_backup_and_recovers_with_the_approval_of_both()
    {
        var (from, count) = (Number("JCM_SIM_FROM", 1), Number("JCM_SIM_RESTORED_SEEDS", RestoredSeeds));
        var met = new ConcurrentBag<(bool IsJapan, Dictionary<string, int> Met)>();

        Simulation.FirstFailure(Enumerable.Range(from, count), Counted, Histories.Restored).ShouldBeNull();

        var sums = met.SelectMany(m => m.Met).GroupBy(m => m.Key, m => m.Value).ToDictionary(g => g.Key, g => g.Sum());
        output.WriteLine(string.Join(", ", sums.OrderByDescending(m => m.Value).Select(m => $"{m.Key} {m.Value}")));
        foreach (var isJapan in new[] { true, false })
        {
            Restored(isJapan, "RecoveredOwn").ShouldBeGreaterThan(count / 20);
            Restored(isJapan, "RecoveredPartner").ShouldBeGreaterThan(count / 20);
        }

        foreach (var what in new[] { "RecoveredCheckpoint", "RecoveredCompletion" }) (Restored(true, what) + Restored(false, what)).ShouldBeGreaterThan(0, what);

        int Restored(bool isJapan, string what) => met.Count(m => m.IsJapan == isJapan && m.Met.ContainsKey(what));

        World Counted(int seed)
        {
            var world = Cheap.New(seed);
            foreach (var node in world.Nodes) met.Add((node.IsJapan, node.Met));
            return world;
        }
    }

    [Fact]
    public void A_seed_gives_the_same_history_and_the_same_journals_every_time()
    {
        var worlds = new[] { Cheap.New(7), Cheap.New(7) };
        foreach (var world in worlds) world.Run(Histories.Of(7)).ShouldBeNull();

        worlds[0].Nodes.Select(n => n.Heads).ShouldBe(worlds[1].Nodes.Select(n => n.Heads));
        worlds[0].Changes.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Histories_reach_every_state_and_fault()
    {
        var worlds = Enumerable.Range(1, 150).Select(seed =>
        {
            var world = Cheap.New(seed);
            world.Run(Histories.Of(seed)).ShouldBeNull();
            return world;
        }).ToList();
        var nodes = worlds.SelectMany(w => w.Nodes).ToList();
        var ends = nodes.SelectMany(n => n.State.Transfers.Values).CountBy(t => (t.Role, t.State, t.Cancellation)).ToDictionary();
        var met = nodes.SelectMany(n => n.Met).GroupBy(m => m.Key, m => m.Value).ToDictionary(g => g.Key, g => g.Sum());
        output.WriteLine(string.Join(", ", ends.OrderByDescending(e => e.Value).Select(e => $"{e.Key} {e.Value}")));
        output.WriteLine(string.Join(", ", met.OrderByDescending(m => m.Value).Select(m => $"{m.Key} {m.Value}")));

        foreach (var role in Enum.GetValues<TransferRole>())
        {
            ends.ShouldContainKey((role, TransferState.Completed, null));
            ends.ShouldContainKey((role, TransferState.Refused, null));
            foreach (var reason in Enum.GetValues<CancellationReason>()) ends.ShouldContainKey((role, TransferState.Cancelled, reason));
        }

        Enum.GetNames<CrashPoint>().Except([nameof(CrashPoint.None)]).Concat(["DiskFull", "TimeOut", "Rotated", "SentInFuture", "WrongSignature"]).Except(met.Keys).ShouldBeEmpty();
        nodes.Sum(n => n.Clients.Repetitions).ShouldBeGreaterThan(50);
        nodes.Sum(n => n.Clients.Trials).ShouldBeGreaterThan(50);
        nodes.ShouldContain(n => n.State.PartnerDisposals.Count > 0);
        worlds.Average(w => w.Changes).ShouldBeGreaterThan(8);
        worlds.Average(w => w.Thailand.State.Transfers.Values.Count(t => t.State == TransferState.Completed)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_node_that_tells_before_it_records_is_caught() => Caught<Disk>((c, b, d, n, t) => new TellsBeforeRecording(c, b, d, n, t), "on both sides");

    [Fact]
    public void A_node_that_skips_the_journal_is_caught() => Caught<Disk>((c, b, d, n, t) => new SkipsTheJournal(c, b, d, n, t), "Law 8");

    [Fact]
    public void A_node_that_ends_transfers_in_silence_is_caught() => Caught<Disk>((c, b, d, n, t) => new EndsInSilence(c, b, d, n, t), "Law 7");

    [Fact]
    public void A_node_that_does_not_check_signatures_is_caught() => Caught<Disk>((c, b, d, n, t) => new Node(c, b, d, n, t), "forged", new Worlds(new Keys(TrustsEverybody.Of)));

    [Fact]
    public void A_disk_that_answers_before_it_is_durable_is_caught() => Caught<AnswersBeforeDurable>((c, b, d, n, t) => new Node(c, b, d, n, t), null);

    [Fact]
    public void A_disk_that_forgets_its_inbox_is_caught() => Caught<ForgetsItsInbox>((c, b, d, n, t) => new Node(c, b, d, n, t), null);

    [Fact]
    public void A_disk_that_forgets_its_answers_is_caught() => Caught<ForgetsItsAnswers>((c, b, d, n, t) => new Node(c, b, d, n, t), null);

    [Fact]
    public void A_disk_that_gives_a_message_once_is_caught() => Caught<SendsOnce>((c, b, d, n, t) => new Node(c, b, d, n, t), null);

    [Fact]
    public void A_disk_that_tears_its_transaction_is_caught() => Caught<TearsItsTransaction>((c, b, d, n, t) => new Node(c, b, d, n, t), null);

    [Fact]
    public void A_side_that_goes_on_from_its_backup_is_caught() => Caught<Disk>((c, b, d, n, t) => new GoesOnFromItsBackup(c, b, d, n, t), null, history: Histories.Restored);

    [Fact]
    public void A_side_that_takes_back_only_what_it_was_told_is_caught() => Caught<Disk>((c, b, d, n, t) => new ForgetsItsWords(c, b, d, n, t), null, history: Histories.Restored);

    [Fact]
    public void A_recovery_that_tears_its_transaction_is_caught() => Caught<TearsItsRecovery>((c, b, d, n, t) => new Node(c, b, d, n, t), null, history: Histories.Restored);

    private void Caught<TDisk>(NodeOf node, string? law, Worlds? worlds = null, Func<int, List<Step>>? history = null)
        where TDisk : Disk
    {
        var told = Simulation.FirstFailure(Enumerable.Range(1, SeedsToFindABug), _ => (worlds ?? Cheap).New<TDisk>(node), history).ShouldNotBeNull("the planted bug was not found");

        told.ShouldStartWith("Seed ");
        if (law is not null) told.ShouldContain(law);
        told.Split(Environment.NewLine).Length.ShouldBeLessThan(30, told);
        output.WriteLine(told);
    }

    private static int Number(string variable, int unlessTold) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : unlessTold;
}
