using System.Diagnostics.CodeAnalysis;

namespace JcmInterop.Storage.State;

/// <summary>Values by bytes, found without a copy of the bytes.</summary>
internal sealed class ByteTable<T>
{
    private readonly Dictionary<byte[], T> entries = new(ByBytes.Instance);
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public ByteTable() => lookup = entries.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool TryGet(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out T value) => lookup.TryGetValue(key, out value);

    public void Add(ReadOnlySpan<byte> key, T value) => lookup.TryAdd(key, value);

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByBytes Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
