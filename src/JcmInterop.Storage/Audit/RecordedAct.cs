namespace JcmInterop.Storage.Audit;

/// <summary>One act of a person with its place in the trail.</summary>
/// <param name="Number">Place in the trail, ascending.</param>
/// <param name="Entry">The act.</param>
public sealed record RecordedAct(long Number, AuditEntry Entry);
