using System.Security.Cryptography;
using System.Text.Json;

namespace JcmInterop.Cli.Terminal;

/// <summary>One command line, run inside the test, with what it printed.</summary>
internal sealed record Run(ExitCode Code, string Output, string Error)
{
    public JsonElement Json => JsonElement.Parse(Output);

    public JsonElement ErrorJson => JsonElement.Parse(Error).GetProperty("error");

    public static async Task<Run> Of(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var random = RandomNumberGenerator.Create();
        var shell = new Shell(output, error, IsTerminal: false, Shell.WidthOfFiles, TimeProvider.System, random);
        var code = await JcmCommand.RunAsync(arguments, shell);
        return new Run((ExitCode)code, output.ToString(), error.ToString());
    }
}
