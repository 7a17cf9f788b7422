using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Benchmarks.Steps;

/// <summary>Both sides in one process, step by step: processor time and memory of each part of an exchange, without web server and network.</summary>
internal static class StepCommand
{
    private const int RoundsBeforeMin = 12;
    private const int TransfersBefore = 3_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (batch, rounds) = arguments switch
        {
            [var size, var times] => (Number(size), Number(times)),
            [var size] => (Number(size), 20),
            _ => (1_000, 20),
        };
        var roundsBefore = Math.Max(RoundsBeforeMin, TransfersBefore / batch);
        var folder = Directory.CreateTempSubdirectory("jcm-steps-").FullName;
        using var random = RandomNumberGenerator.Create();
        using var japanese = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        using var thai = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        await using (var japan = new StepSide(BenchFacts.Thai, PartyCode.Japan, japanese, thai.Public, Store(folder, PartyCode.Japan)))
        await using (var thailand = new StepSide(BenchFacts.Thai, BenchFacts.Tha, thai, japanese.Public, Store(folder, BenchFacts.Tha)))
        {
            await PrepareAsync(japan, thailand, checked((roundsBefore + rounds) * batch * BenchFacts.Tonnes));
            var warmUp = new StepMeter();
            for (var i = 0; i < roundsBefore; i++) await RoundAsync(japan, thailand, batch, warmUp);
            var meter = new StepMeter();
            for (var i = 0; i < rounds; i++) await RoundAsync(japan, thailand, batch, meter);
            Console.WriteLine(meter.ToMarkdown(batch * rounds));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Records what transfers of so many tonnes need, on both sides.</summary>
    public static async Task PrepareAsync(StepSide japan, StepSide thailand, long tonnes)
    {
        foreach (var command in BenchFacts.Opening(PartyCode.Japan)) await japan.DoAsync(command);
        foreach (var command in BenchFacts.Opening(thailand.Facts.Partner)) await thailand.DoAsync(command);
        await thailand.DoAsync(thailand.Facts.Authorize());
        await japan.DoAsync(thailand.Facts.Decide(tonnes));
        await thailand.DoAsync(thailand.Facts.Decide(tonnes));
        await thailand.DoAsync(thailand.Facts.Issue(tonnes));
        await japan.DeliverAsync(thailand);
        await thailand.DeliverAsync(japan);
    }

    /// <summary>A batch of transfers, from proposal to completion on both sides.</summary>
    public static async Task RoundAsync(StepSide japan, StepSide thailand, int batch, StepMeter meter)
    {
        var decideBy = TimeProvider.System.GetUtcNow().AddDays(10);
        var proposals = Enumerable.Range(0, batch).Select(_ => thailand.Facts.Propose(decideBy)).ToList();
        await meter.MeasureAsync("propose", () => thailand.DoAllAsync(proposals));
        await meter.MeasureAsync("proposal received", () => thailand.DeliverAsync(japan));
        await meter.MeasureAsync("accept", () => japan.DoAllAsync(proposals.Select(p => new AcceptTransfer(p.Id, null, null))));
        await meter.MeasureAsync("acceptance received, completed", () => japan.DeliverAsync(thailand));
        await meter.MeasureAsync("completion received", () => thailand.DeliverAsync(japan));
    }

    private static SqliteRegistryStore Store(string folder, PartyCode party) => SqliteRegistryStore.Open(new SqliteStoreOptions(Path.Combine(folder, $"{party}.db")));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
