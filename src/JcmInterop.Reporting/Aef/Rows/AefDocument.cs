namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>One submission: its tables in order. Rows may be produced as they are read, so writing one does not need memory for all of them.</summary>
/// <param name="Submission">Table 1.</param>
/// <param name="Authorizations">Table 2.</param>
/// <param name="Actions">Table 3, in order of action.</param>
/// <param name="Holdings">Table 4, as held at the end of 31 December of the reported year.</param>
/// <param name="Entities">Table 5.</param>
public sealed record AefDocument(
    AefSubmission Submission,
    IEnumerable<AefAuthorizationRow> Authorizations,
    IEnumerable<AefActionRow> Actions,
    IEnumerable<AefUnits> Holdings,
    IEnumerable<AefEntityRow> Entities);
