using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Steps;

/// <summary>Japan with several partners at one time, all in one process: what the transfers of all registries together reach as the registries become more. Japan keeps all of them in one
/// store; each partner has its own.</summary>
internal static class RegistriesCommand
{
    private const int Turns = 5;
    private const int RoundsPerTurn = 12;

    private static readonly int[] Counts = [1, 4, 16, 31];

    // The 31 partners of the mechanism; any Parties would do.
    private static readonly string[] Partners =
    [
        "ARE", "AZE", "BGD", "CHL", "CRI", "ETH", "GEO", "IDN", "IND", "KAZ", "KEN", "KGZ", "KHM", "LAO", "LKA", "MDA",
        "MDV", "MEX", "MMR", "MNG", "PHL", "PLW", "PNG", "SAU", "SEN", "THA", "TUN", "TZA", "UKR", "UZB", "VNM",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var batch = arguments is [.., var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var asked) ? asked : 100;
        await using var server = arguments.Contains("postgres") ? new PostgresTestServer() : null;
        if (server is not null) await server.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("jcm-registries-").FullName;
        Console.WriteLine($"| registries | settled transfers a second, batches of {batch}, {(server is null ? "SQLite" : "PostgreSQL")}: median (least to most) |\n|---|---|");
        foreach (var count in Counts)
        {
            Console.Error.WriteLine($"{count} registries");
            var rates = await MeasureAsync(count, batch, name => Open(server, Path.Combine(folder, $"{count}-{name}.db")));
            Console.WriteLine($"| {count} | {rates.ToText()} |");
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static IRegistryStore Open(PostgresTestServer? server, string path) => server is null
        ? SqliteRegistryStore.Open(new SqliteStoreOptions(path))
        : PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewDatabase()));

    private static async Task<Spread> MeasureAsync(int count, int batch, Func<string, IRegistryStore> open)
    {
        using var random = RandomNumberGenerator.Create();
        using var japanese = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        using var foreign = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        await using var japan = open("JPN");
        var sides = Partners.Take(count).Select(code => new BenchFacts(new PartyCode(code))).Select(facts => (
            Japan: new StepSide(facts, PartyCode.Japan, japanese, foreign.Public, japan, isShared: true),
            Partner: new StepSide(facts, facts.Partner, foreign, japanese.Public, open(facts.Partner.Code)))).ToList();
        foreach (var (one, other) in sides) await StepCommand.PrepareAsync(one, other, 1_000_000 * BenchFacts.Tonnes);
        await TurnAsync(sides, batch);
        var rates = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            var rounds = await TurnAsync(sides, batch);
            rates.Add(rounds * batch / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        foreach (var (one, other) in sides)
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }

        return new Spread(rates);
    }

    // As many rounds in all, whatever the number of registries, so that every count is measured over about the same work.
    private static async Task<int> TurnAsync(List<(StepSide Japan, StepSide Partner)> sides, int batch)
    {
        var each = Math.Max(1, RoundsPerTurn / sides.Count);
        await Task.WhenAll(sides.Select(pair => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await StepCommand.RoundAsync(pair.Japan, pair.Partner, batch, new StepMeter());
        })));
        return each * sides.Count;
    }
}
