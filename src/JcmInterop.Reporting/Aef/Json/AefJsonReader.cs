namespace JcmInterop.Reporting.Aef.Json;

/// <summary>Reads a submission from JSON with technical names.</summary>
public static class AefJsonReader
{
    /// <summary>Largest file read, in bytes.</summary>
    public const long BytesMax = 1L << 31;

    /// <summary>Opens a file to read it row by row; the stream must be seekable and stays open.</summary>
    /// <exception cref="FormatException">The text is no JSON of this format; the message names the place.</exception>
    public static AefSource Open(Stream input)
    {
        if (input.Length > BytesMax) throw new FormatException($"The file is larger than {BytesMax} bytes.");
        return new AefJsonSource(input);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The text is no JSON of this format; the message names the place.</exception>
    public static AefFile Read(ReadOnlyMemory<byte> utf8)
    {
        using var input = new MemoryStream(utf8.ToArray(), writable: false);
        using var source = Open(input);
        return AefFile.Read(source);
    }
}
