using JcmInterop.Cli.Demonstration.Figures;
using JcmInterop.Cli.Demonstration.Scenario;
using JcmInterop.Cli.Processes;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Demonstration;

public sealed class DemoPartsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_folder_with_files_is_not_taken()
    {
        folder.Write("mine.txt", "kept");
        var run = await Run.Of("demo", "--out", folder["."]);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("name a new or empty folder");
    }

    [Fact]
    public void Transfer_ids_follow_from_the_seed()
    {
        new DemoIds(1).Transfer("completed").ShouldBe(new DemoIds(1).Transfer("completed"));
        new DemoIds(1).Transfer("completed").ShouldNotBe(new DemoIds(2).Transfer("completed"));
        new DemoIds(1).Transfer("completed").ShouldNotBe(new DemoIds(1).Transfer("refused"));
    }

    [Fact]
    public void Ports_are_different_and_below_those_of_outgoing_connections()
    {
        var ports = LoopbackPorts.Free(20, new Random(5));
        ports.Distinct().Count().ShouldBe(20);
        ports.ShouldAllBe(port => port >= 20_000 && port < 32_768);
    }

    [Fact]
    public void Authorized_entities_get_an_account_where_they_have_none()
    {
        var thailand = new PartyCode("THA");
        var opened = new DemoAccounts().OfAuthorizedEntities(thailand).Single();
        opened.Number!.Value.Party.ShouldBe(thailand);
        opened.Holder.IdentificationNumber.ShouldBe("9000000000022");
    }

    [Theory]
    [InlineData(6_158, 6_158, true)]
    [InlineData(6_158, 6_157, false)]
    public void A_figure_is_reached_only_where_nothing_differs(long expected, long actual, bool isReached) =>
        Figure.Of("pending", "Pending, t", "未発行（t）", expected, actual).IsReached.ShouldBe(isReached);

    [Fact]
    public void Peak_memory_of_this_process_is_known()
    {
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        PeakMemory.Of(own)!.Value.ShouldBeGreaterThan(10 * 1024 * 1024);
    }

    public void Dispose() => folder.Dispose();
}
