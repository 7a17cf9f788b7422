namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>One column of a table (one labelled line in table 1).</summary>
/// <param name="Number">Place in the table, from 1, spacer columns not counted.</param>
/// <param name="Header">Printed header, exactly.</param>
/// <param name="TechnicalName">Name used in machine-readable exports.</param>
/// <param name="Format">Form of the value.</param>
/// <param name="Requirement">When a value is needed.</param>
public sealed record AefField(int Number, string Header, string TechnicalName, AefFieldFormat Format, AefRequirement Requirement)
{
    /// <summary>Vocabulary of the value, for terms.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Printed group headings above the header, outermost first.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether a blank spacer column follows.</summary>
    public bool SpacerAfter { get; init; }

    /// <summary>Text that must stay untouched, for fields the platform fills.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Text of a cell to which the column does not apply; empty cells elsewhere.</summary>
    public string? NotApplicable { get; init; }
}
