namespace JcmInterop.Storage.Sqlite;

/// <summary>A value to bind to a statement: a number, a text, bytes, or nothing. Kept without boxing, because a commit binds thousands.</summary>
internal readonly struct SqlValue
{
    private SqlValue(SqlValueKind kind, long number, string? text, ReadOnlyMemory<byte> bytes)
    {
        Kind = kind;
        Number = number;
        Text = text;
        Bytes = bytes;
    }

    public SqlValueKind Kind { get; }

    public long Number { get; }

    public string? Text { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public static implicit operator SqlValue(long number) => new(SqlValueKind.Number, number, null, default);

    public static implicit operator SqlValue(long? number) => number is { } value ? value : default(SqlValue);

    public static implicit operator SqlValue(string? text) => text is null ? default : new(SqlValueKind.Text, 0, text, default);

    public static implicit operator SqlValue(byte[] bytes) => new(SqlValueKind.Bytes, 0, null, bytes);

    public static implicit operator SqlValue(ReadOnlyMemory<byte> bytes) => new(SqlValueKind.Bytes, 0, null, bytes);
}
