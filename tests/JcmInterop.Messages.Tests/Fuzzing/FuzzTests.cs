using System.Globalization;

namespace JcmInterop.Messages.Tests.Fuzzing;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int BlindRuns = 300;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_kept_input_is_read_or_refused_within_the_bounds(string name)
    {
        var target = FuzzTargets.Named(name);
        List<byte[]> inputs = [[], .. target.Seeds(), .. FuzzCorpus.Of(target)];
        inputs.Count.ShouldBeGreaterThan(1);
        target.Violation(inputs[^1]);

        inputs.Select(input => target.Violation(input) is { } violation ? $"{violation} {Convert.ToBase64String(input)}" : null).OfType<string>().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Inputs_changed_at_random_break_no_bound(string name)
    {
        var target = FuzzTargets.Named(name);
        List<byte[]> corpus = [[], .. target.Seeds(), .. FuzzCorpus.Of(target)];
        var mutator = new Mutator(1);
        target.Violation(corpus[^1]);

        for (var run = 0; run < BlindRuns; run++)
        {
            var input = mutator.Next(corpus);
            target.Violation(input).ShouldBeNull(Convert.ToBase64String(input));
        }
    }

    /// <summary>JCM_FUZZ_SECONDS looks longer and keeps what it found; eng/fuzz sets it.</summary>
    [Fact]
    public void Looking_for_new_branches_finds_nothing_that_breaks_a_bound()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JCM_FUZZ_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) seconds = 0;
        var folder = Directory.CreateTempSubdirectory("jcm-fuzz-");
        if (seconds == 0)
        {
            new CountingCopy(folder.FullName).Name.ShouldBe("counting");
            return;
        }

        var (found, figures) = new CountingCopy(folder.FullName).Run(seconds);
        foreach (var figure in figures) output.WriteLine(figure);
        found.ShouldBeEmpty();
    }
}
