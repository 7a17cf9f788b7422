[assembly: AssemblyFixture(typeof(JcmInterop.Storage.Tests.Postgres.PostgresTestServer))]
