namespace JcmInterop.Cli;

/// <summary>Entry point of the <c>jcm</c> command.</summary>
internal static class Program
{
    private static int Main(string[] args) => args.Length == 0 ? 0 : 2;
}
