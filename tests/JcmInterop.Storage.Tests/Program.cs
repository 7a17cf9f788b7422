using JcmInterop.Storage.Tests.Sqlite;

namespace JcmInterop.Storage.Tests;

internal static class Program
{
    public static Task<int> Main(string[] args) => args is [CrashWriter.Argument, var path]
        ? CrashWriter.WriteForEver(path)
        : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
