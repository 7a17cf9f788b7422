using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Programme;

/// <summary>A registered JCM project.</summary>
/// <param name="Reference">Project reference.</param>
/// <param name="Title">Title in English.</param>
/// <param name="TitleLocal">Title in another language; may be absent.</param>
/// <param name="RegisteredOn">Day the Joint Committee registered it; absent where the source does not say.</param>
/// <param name="Methodologies">Approved methodologies with version, for example <c>TH_AM001 Ver1.0</c>.</param>
/// <param name="Sectors">Sectors in the vocabulary of the agreed electronic format.</param>
/// <param name="ActivityTypes">Activity types in the same vocabulary.</param>
/// <param name="SourceNote">Where the facts come from, and which of them are assumed or invented.</param>
public sealed record Project(
    ProjectReference Reference,
    string Title,
    string? TitleLocal,
    DateOnly? RegisteredOn,
    ImmutableArray<string> Methodologies,
    ImmutableArray<string> Sectors,
    ImmutableArray<string> ActivityTypes,
    string SourceNote) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Reference.ToString();
}
