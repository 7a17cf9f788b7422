namespace JcmInterop.Messages.Canonical;

/// <summary>What is wrong with a JSON text, and where.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) of the value at fault; empty for the whole text.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in bytes, from 1.</param>
/// <param name="Sentence">What is wrong, one English sentence.</param>
public sealed record JsonFault(string Pointer, long Line, long Column, string Sentence)
{
    /// <summary>The place as people read it, for example <c>/body/quantity, line 1, column 42</c>.</summary>
    public string Place => Pointer.Length == 0 ? $"line {Line}, column {Column}" : $"{Pointer}, line {Line}, column {Column}";

    /// <summary>The sentence and the place.</summary>
    public override string ToString() => $"{Sentence} ({Place})";
}
