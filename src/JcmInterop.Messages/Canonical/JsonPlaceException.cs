namespace JcmInterop.Messages.Canonical;

/// <summary>Ends a reading at a byte offset; turned into a <see cref="JsonFault"/> before it leaves the project.</summary>
internal sealed class JsonPlaceException(long offset, string sentence) : Exception(sentence)
{
    public long Offset { get; } = offset;
}
