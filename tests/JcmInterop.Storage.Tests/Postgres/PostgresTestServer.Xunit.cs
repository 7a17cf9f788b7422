using Xunit.Sdk;

namespace JcmInterop.Storage.Tests.Postgres;

/// <content>What the server is to the tests: shared by all of them, and skipped loudly where it is missing.</content>
public sealed partial class PostgresTestServer : IAsyncLifetime
{
    private static partial Exception NotInstalled() =>
        SkipException.ForSkip("PostgreSQL IS NOT TESTED: it is not installed here. Install it (Debian: apt-get install postgresql), or run eng/test as root.");
}
