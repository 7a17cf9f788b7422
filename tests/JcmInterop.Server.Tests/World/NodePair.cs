using System.Security.Cryptography;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Tests.World;

/// <summary>Two real nodes, Japan and Thailand, that reach each other over HTTP on the loopback address.</summary>
internal sealed class NodePair : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    public NodePair()
    {
        using var random = RandomNumberGenerator.Create();
        JapaneseKey = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        ThaiKey = SigningKey.Generate(SignatureAlgorithm.Es256, random);
        Japan = new NodeUnderTest(folder, Facts.Jpn, Facts.Tha, JapaneseKey, ThaiKey);
        Thailand = new NodeUnderTest(folder, Facts.Tha, Facts.Jpn, ThaiKey, JapaneseKey);
    }

    public SigningKey JapaneseKey { get; }

    public SigningKey ThaiKey { get; }

    public NodeUnderTest Japan { get; }

    public NodeUnderTest Thailand { get; }

    public static async Task<NodePair> StartAsync()
    {
        var pair = new NodePair();
        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        return pair;
    }

    public void Connect()
    {
        Japan.Partner.Reach(Thailand.Url);
        Thailand.Partner.Reach(Japan.Url);
    }

    /// <summary>Opens accounts and registers the project on both sides; Thailand authorizes and holds units issued by mirror.</summary>
    public async Task PrepareAsync(long thaiTonnes = 10_000, long japaneseTonnes = 100)
    {
        foreach (var command in Facts.Opening(Facts.Jpn)) await Japan.DoAsync(command);
        foreach (var command in Facts.Opening(Facts.Tha)) await Thailand.DoAsync(command);
        await Thailand.DoAsync(Facts.Authorize());
        var decision = Facts.Decide(Facts.Mirrored, new DateOnly(2024, 5, 15), thaiTonnes, japaneseTonnes);
        await Japan.DoAsync(decision);
        await Thailand.DoAsync(decision);
        await Thailand.DoAsync(Facts.Issue(Facts.Mirrored, 2021, Facts.Posting(Facts.Tha, 101, 2021, thaiTonnes, Facts.Tha)));
        await Japan.DoAsync(Facts.Issue(Facts.Mirrored, 2021, Facts.Posting(Facts.Jpn, 101, 2021, japaneseTonnes, Facts.Jpn)));
        await QuietAsync();
    }

    /// <summary>Waits until no message is on its way.</summary>
    public Task QuietAsync() => Wait.UntilAsync(
        async () => (await Japan.Store.OutboxesAsync()).Count == 0 && (await Thailand.Store.OutboxesAsync()).Count == 0, "both outboxes to be empty");

    public static Task StateIsAsync(NodeUnderTest node, TransferId id, TransferState state) => Wait.UntilAsync(
        async () => (await node.StateAsync()).Transfers.GetValueOrDefault(id)?.State == state, $"transfer {id} to be {state}");

    /// <summary>Checks the laws of each side and of the pair; no message may be on its way.</summary>
    public async Task ShouldBeLawfulAsync()
    {
        var (japan, thailand) = (await Japan.StateAsync(), await Thailand.StateAsync());
        LedgerLaws.Check(japan).ShouldBeEmpty();
        LedgerLaws.Check(thailand).ShouldBeEmpty();
        LedgerLaws.CheckPair(japan, thailand).ShouldBeEmpty();
        LedgerLaws.CheckConverged(japan, thailand).ShouldBeEmpty();
        japan.Faults.ShouldBeEmpty();
        thailand.Faults.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Japan.DisposeAsync();
        await Thailand.DisposeAsync();
        JapaneseKey.Dispose();
        ThaiKey.Dispose();
        folder.Dispose();
    }
}
