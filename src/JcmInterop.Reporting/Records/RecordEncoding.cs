using System.Text.Json.Serialization;

namespace JcmInterop.Reporting.Records;

/// <summary>How the bytes of a file are meant; named in the mapping, never guessed.</summary>
public enum RecordEncoding
{
    /// <summary>UTF-8, with or without byte order mark.</summary>
    [JsonStringEnumMemberName("utf-8")]
    Utf8,

    /// <summary>Shift-JIS as Windows writes it (code page 932).</summary>
    [JsonStringEnumMemberName("shift-jis")]
    ShiftJis,
}
