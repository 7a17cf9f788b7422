namespace JcmInterop.Cli.Terminal;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("no-such-command")]
    [InlineData("keys")]
    [InlineData("keys new")]
    [InlineData("keys new a.json --algorithm RSA")]
    [InlineData("rules --lang fr")]
    [InlineData("rules --colour")]
    public async Task Arguments_that_are_not_understood_end_with_2_and_name_the_help(string line)
    {
        var run = await Run.Of(line.Split(' '));
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task A_misunderstood_command_line_is_told_as_json_where_json_is_asked_for()
    {
        var run = await Run.Of("keys", "new", "--json");
        run.ErrorJson.GetProperty("kind").GetString().ShouldBe(nameof(ExitCode.BadInput));
        run.ErrorJson.GetProperty("japanese").GetString()!.ShouldContain("使い方：jcm keys new --help");
    }

    [Fact]
    public async Task Help_is_an_answer_and_not_an_error()
    {
        var run = await Run.Of("--help");
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("Exit codes");
    }
}
