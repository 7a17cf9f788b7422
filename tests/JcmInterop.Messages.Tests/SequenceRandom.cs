using System.Security.Cryptography;

namespace JcmInterop.Messages.Tests;

/// <summary>Hands out given blocks of bytes one after another, and then begins again.</summary>
internal sealed class SequenceRandom(params byte[][] blocks) : RandomNumberGenerator
{
    public int Drawn { get; private set; }

    public override void GetBytes(byte[] data) => blocks[Drawn++ % blocks.Length].AsSpan(0, data.Length).CopyTo(data);

    public override void GetBytes(Span<byte> data) => blocks[Drawn++ % blocks.Length].AsSpan(0, data.Length).CopyTo(data);
}
