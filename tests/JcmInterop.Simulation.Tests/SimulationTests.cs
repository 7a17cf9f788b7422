using System.Diagnostics;
using System.Globalization;

namespace JcmInterop.Simulation.Tests;

public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int SeedsUnlessTold = 2_000;
    private const int SignedSeeds = 40;
    private const int SeedsToFindABug = 400;

    private static readonly Wire PlainWire = new();
    private static readonly Worlds Plain = new(PlainWire);

    /// <summary>JCM_SIM_SEEDS runs more seeds; JCM_SIM_FROM starts elsewhere.</summary>
    [Fact]
    public void The_laws_hold_whatever_the_network_the_disks_and_the_clocks_do()
    {
        var (from, count) = (Number("JCM_SIM_FROM", 1), Number("JCM_SIM_SEEDS", SeedsUnlessTold));
        var began = Stopwatch.GetTimestamp();

        Simulation.FirstFailure(Enumerable.Range(from, count), Plain.New).ShouldBeNull();

        output.WriteLine($"{count} seeds, {count / Stopwatch.GetElapsedTime(began).TotalSeconds:0} seeds a second");
    }

    [Fact]
    public void The_laws_hold_over_signed_messages() =>
        Simulation.FirstFailure(Enumerable.Range(1, SignedSeeds), new Worlds(new SignedWire(Domain.Parties.PartyCode.Japan, Setting.Thailand)).New).ShouldBeNull();

    [Fact]
    public void A_seed_gives_the_same_history_and_the_same_journals_every_time()
    {
        var worlds = new[] { Plain.New(), Plain.New() };
        foreach (var world in worlds) world.Run(Histories.Of(7)).ShouldBeNull();

        StateText.Of(worlds[0].Japan.Disk.Known).ShouldBe(StateText.Of(worlds[1].Japan.Disk.Known));
        worlds[0].Thailand.Disk.OutHead.ShouldBe(worlds[1].Thailand.Disk.OutHead);
    }

    [Fact]
    public void Histories_reach_every_state_and_fault()
    {
        var worlds = Enumerable.Range(1, 150).Select(seed =>
        {
            var world = Plain.New();
            world.Run(Histories.Of(seed)).ShouldBeNull();
            return world;
        }).ToList();
        var states = worlds.SelectMany(w => new[] { w.Japan, w.Thailand }).Select(n => n.Disk.Known).ToList();
        var transfers = states.SelectMany(s => s.Transfers.Values).ToList();

        output.WriteLine(string.Join(", ", transfers.GroupBy(t => (t.Role, t.State, t.Cancellation)).Select(g => $"{g.Key} {g.Count()}")));
        transfers.Select(t => (t.Role, t.State)).Distinct().Count().ShouldBe(6, "completed, refused and cancelled, on both sides");
        transfers.Where(t => t.Cancellation is not null).Select(t => t.Cancellation).Distinct().Count().ShouldBe(3);
        transfers.ShouldContain(t => t.Offer.Kind == Domain.Transfers.TransferKind.AfterApproval && t.State == Domain.Transfers.TransferState.Completed);
        transfers.ShouldContain(t => t.Offer.TransferringParty == Domain.Parties.PartyCode.Japan && t.State == Domain.Transfers.TransferState.Completed);
        states.SelectMany(s => s.Blocks).Select(b => b.Status).Distinct().Count().ShouldBe(4, "held, transferred out, used and cancelled; after the deadlines nothing is reserved");
        states.ShouldContain(s => s.PartnerDisposals.Count > 0);
        worlds.Average(w => w.Changes).ShouldBeGreaterThan(5);
        worlds.Average(w => w.Thailand.Disk.Known.Transfers.Values.Count(t => t.State == Domain.Transfers.TransferState.Completed)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_node_that_tells_before_it_records_is_caught() => Caught((s, w, d) => new TellsBeforeRecording(s, w, d), () => new Disk(), "on both sides");

    [Fact]
    public void A_node_that_skips_the_journal_is_caught() => Caught((s, w, d) => new SkipsTheJournal(s, w, d), () => new Disk(), "Law 10");

    [Fact]
    public void A_disk_that_answers_before_it_is_durable_is_caught() => Caught((s, w, d) => new Node(s, w, d), () => new AnswersBeforeDurable(), null);

    [Fact]
    public void A_disk_that_forgets_its_inbox_is_caught() => Caught((s, w, d) => new Node(s, w, d), () => new ForgetsItsInbox(), null);

    [Fact]
    public void A_disk_that_tears_its_transaction_is_caught() => Caught((s, w, d) => new Node(s, w, d), () => new TearsItsTransaction(), null);

    private void Caught(Func<Domain.Ledger.LedgerSettings, Wire, Disk, Node> node, Func<Disk> disk, string? law)
    {
        var told = Simulation.FirstFailure(Enumerable.Range(1, SeedsToFindABug), () => Plain.New(node, disk)).ShouldNotBeNull("the planted bug was not found");

        told.ShouldStartWith("Seed ");
        if (law is not null) told.ShouldContain(law);
        told.Split(Environment.NewLine).Length.ShouldBeLessThan(30, told);
        output.WriteLine(told);
    }

    private static int Number(string variable, int unlessTold) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : unlessTold;
}
