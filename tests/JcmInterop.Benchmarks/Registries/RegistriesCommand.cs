using System.Security.Cryptography;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Benchmarks.Steps;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>Japan with several partners at one time, all in one process: what the transfers of all registries together reach as the registries become more. Japan keeps all of them in one
/// store; each partner has its own.</summary>
internal static class RegistriesCommand
{
    private const int RoundsPerTurn = 12;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var turns = new RegistryTurns(RegistryTurns.BatchOf(arguments), RoundsPerTurn);
        await using var server = arguments.Contains("postgres") ? new PostgresTestServer() : null;
        if (server is not null) await server.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("jcm-registries-").FullName;
        Console.WriteLine($"| registries | settled transfers a second, batches of {turns.Batch}, {(server is null ? "SQLite" : "PostgreSQL")}: median (least to most) |\n|---|---|");
        foreach (var count in MechanismPartners.Counts)
        {
            var rates = await MeasureAsync(count, turns, name => Open(server, Path.Combine(folder, $"{count}-{name}.db")));
            Console.WriteLine($"| {count} | {rates.ToText()} |");
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static IRegistryStore Open(PostgresTestServer? server, string path) => server is null
        ? SqliteRegistryStore.Open(new SqliteStoreOptions(path))
        : PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewDatabase()));

    private static async Task<Spread> MeasureAsync(int count, RegistryTurns turns, Func<string, IRegistryStore> open)
    {
        using var random = RandomNumberGenerator.Create();
        using var japanese = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        using var foreign = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        await using var japan = open("JPN");
        var sides = MechanismPartners.Facts(count).Select(facts => (
            Japan: new StepSide(facts, PartyCode.Japan, japanese, foreign.Public, japan, isShared: true),
            Partner: new StepSide(facts, facts.Partner, foreign, japanese.Public, open(facts.Partner.Code)))).ToList();
        foreach (var (one, other) in sides) await StepCommand.PrepareAsync(one, other, 1_000_000 * BenchFacts.Tonnes);
        var rates = await turns.MeasureAsync(sides, async (pair, rounds) =>
        {
            for (var i = 0; i < rounds; i++) await StepCommand.RoundAsync(pair.Japan, pair.Partner, turns.Batch, new StepMeter());
        });
        foreach (var (one, other) in sides)
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }

        return rates;
    }
}
