namespace JcmInterop.Reporting.Aef.Archives;

/// <summary>One line of the archive's log: a file that was kept.</summary>
/// <param name="Sequence">Number, from 1.</param>
/// <param name="At">When it was kept, UTC.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sha256">SHA-256 over the file, hexadecimal.</param>
/// <param name="Previous">SHA-256 over the line before; zeros in the first line.</param>
/// <param name="Journals">How far each journal had come: registry and last position that was read.</param>
public sealed record AefArchiveEntry(int Sequence, DateTimeOffset At, string File, string Sha256, string Previous, IReadOnlyDictionary<string, long> Journals);
