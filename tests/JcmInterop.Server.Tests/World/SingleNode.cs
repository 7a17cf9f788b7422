using System.Security.Cryptography;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Tests.World;

/// <summary>One node, Japan's, whose partner exists only as a key.</summary>
internal sealed class SingleNode : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    public SingleNode()
    {
        using var random = RandomNumberGenerator.Create();
        Key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        PartnerKey = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        Node = new NodeUnderTest(folder, Facts.Jpn, Facts.Tha, Key, PartnerKey);
    }

    public NodeUnderTest Node { get; }

    public SigningKey Key { get; }

    public SigningKey PartnerKey { get; }

    public static async Task<SingleNode> StartAsync(Action<NodeUnderTest>? change = null)
    {
        var single = new SingleNode();
        change?.Invoke(single.Node);
        await single.Node.StartAsync();
        return single;
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        Key.Dispose();
        PartnerKey.Dispose();
        folder.Dispose();
    }
}
