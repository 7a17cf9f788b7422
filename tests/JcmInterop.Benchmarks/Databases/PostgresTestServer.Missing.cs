namespace JcmInterop.Storage.Tests.Postgres;

/// <content>Without a server nothing can be compared with it.</content>
public sealed partial class PostgresTestServer
{
    private static partial Exception NotInstalled() => new InvalidOperationException("PostgreSQL is not installed here (Debian: apt-get install postgresql).");
}
