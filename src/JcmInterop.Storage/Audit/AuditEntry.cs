namespace JcmInterop.Storage.Audit;

/// <summary>One act of a person, kept for good.</summary>
/// <param name="At">When; whole milliseconds.</param>
/// <param name="Person">Who.</param>
/// <param name="Role">In which role.</param>
/// <param name="Act">What was asked for, for example <c>propose-transfer</c>.</param>
/// <param name="Subject">What it was about: a registry, a transfer, an account, a report; empty where there is none.</param>
/// <param name="Outcome">What came of it: accepted, or the number of the rule that refused it.</param>
/// <param name="RequestId">Id of the request, the same as in the logs.</param>
public sealed record AuditEntry(DateTimeOffset At, string Person, string Role, string Act, string Subject, string Outcome, string RequestId);
