using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Imports;

/// <summary>One thing wrong with an import file, with the place and what would put it right.</summary>
/// <param name="File">Name of the file as the user gave it.</param>
/// <param name="Line">Line of the file on which the row begins, from 1; 0 where the whole file is meant.</param>
/// <param name="Column">Column name; empty where the whole row or file is meant.</param>
/// <param name="Value">The cell as found; empty where nothing is there.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What would be read.</param>
public sealed record ImportFault(string File, int Line, string Column, string Value, BilingualText Reason, BilingualText Remedy)
{
    /// <summary>Place, reason and remedy in English on one line.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : Column.Length == 0 ? $"{File}:{Line}" : $"{File}:{Line}, column {Column}";
        return $"{place}: {Reason.English} {Remedy.English}";
    }
}
