using System.Globalization;
using System.Text.RegularExpressions;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Storage.Tests.Postgres;
using Npgsql;

namespace JcmInterop.Benchmarks.Comparison;

/// <summary>The rate of hand-written SQL on the same server: one transaction moves tonnes from one account to another and notes the transfer. Nothing is decided,
/// signed, told to anybody or proven; it is what the database alone can do.</summary>
internal static partial class Pgbench
{
    private const int Accounts = 10_000;
    private const int Clients = 64;

    /// <summary>All clients move between the same two accounts.</summary>
    public const string HotPair =
        """
        BEGIN;
        UPDATE account SET tonnes = tonnes - 10 WHERE id = 1;
        UPDATE account SET tonnes = tonnes + 10 WHERE id = 2;
        INSERT INTO transfer (source, target, tonnes, at) VALUES (1, 2, 10, now());
        COMMIT;
        """;

    /// <summary>Every client moves between two accounts at random; the lower one is locked first.</summary>
    public static readonly string Spread =
        $"""
        \set a random(1, {Accounts - 1})
        \set b random(:a + 1, {Accounts})
        BEGIN;
        UPDATE account SET tonnes = tonnes - 10 WHERE id = :a;
        UPDATE account SET tonnes = tonnes + 10 WHERE id = :b;
        INSERT INTO transfer (source, target, tonnes, at) VALUES (:a, :b, 10, now());
        COMMIT;
        """;

    /// <summary>Transactions a second, run by run.</summary>
    public static async Task<Spread> MeasureAsync(PostgresTestServer server, string script, int runs, TimeSpan each)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.NewDatabase());
        await using (var database = NpgsqlDataSource.Create(connection))
        {
            await using var tables = database.CreateCommand(
                $"""
                CREATE TABLE account (id bigint PRIMARY KEY, tonnes bigint NOT NULL);
                CREATE TABLE transfer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, source bigint NOT NULL, target bigint NOT NULL, tonnes bigint NOT NULL, at timestamptz NOT NULL);
                INSERT INTO account SELECT id, 1000000000 FROM generate_series(1, {Accounts}) AS id
                """);
            await tables.ExecuteNonQueryAsync();
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        var rates = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var said = await Tool.RunAsync(
                Path.Combine(PostgresTestServer.Programs!, "pgbench"), [("PGPASSWORD", connection.Password!)],
                "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", $"{each.TotalSeconds:0}", "-f", file,
                "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, connection.Database!);
            rates.Add(double.Parse(Rate().Match(said).Groups["tps"].ValueSpan, CultureInfo.InvariantCulture));
        }

        File.Delete(file);
        // What it leaves to clear away would take the time of what is measured next.
        server.Run($"DROP DATABASE {connection.Database} WITH (FORCE)");
        server.Run("CHECKPOINT");
        return new Spread(rates);
    }

    [GeneratedRegex(@"tps = (?<tps>[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rate();
}
