namespace JcmInterop.Domain.Corsia;

/// <summary>An insurer a programme accepts; approvals are re-assessed, so they have days.</summary>
/// <param name="Name">Name.</param>
/// <param name="From">First day of acceptance.</param>
/// <param name="To">Last day of acceptance, included; nothing while it stands.</param>
public sealed record ApprovedInsurer(string Name, DateOnly From, DateOnly? To = null);
