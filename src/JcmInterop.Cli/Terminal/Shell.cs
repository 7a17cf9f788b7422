using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JcmInterop.Cli.Terminal;

/// <summary>What surrounds a command: where it writes, its clock, and where its randomness comes from.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Errors and progress.</param>
/// <param name="IsTerminal">Whether a person watches the output; colour and moving progress are for terminals only.</param>
/// <param name="Width">Columns of the output.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">The source of secrets.</param>
internal sealed record Shell(TextWriter Output, TextWriter Error, bool IsTerminal, int Width, TimeProvider Time, RandomNumberGenerator Random) : IDisposable
{
    /// <summary>Columns where there is no terminal: wide enough that a row of a table stays on its line.</summary>
    public const int WidthOfFiles = 200;

    private const int WidthMin = 60;

    /// <summary>The surroundings of this process.</summary>
    public static Shell OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isTerminal = !Console.IsOutputRedirected;
        if (isTerminal && OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;
        return new Shell(
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
            isTerminal ? Math.Max(WidthMin, Console.WindowWidth) : WidthOfFiles,
            TimeProvider.System,
            RandomNumberGenerator.Create());
    }

    /// <summary>Random numbers that need not be secret, started from <see cref="Random"/>.</summary>
    public Random Numbers()
    {
        Span<byte> seed = stackalloc byte[sizeof(int)];
        Random.GetBytes(seed);
        return new Random(BinaryPrimitives.ReadInt32LittleEndian(seed));
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
        Random.Dispose();
    }
}
