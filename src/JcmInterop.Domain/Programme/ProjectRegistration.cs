using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Programme;

/// <summary>Registers a project in this side's records, after the Joint Committee registered it.</summary>
/// <param name="Project">The project.</param>
public sealed record RegisterProject(Project Project) : LedgerCommand;

/// <summary>A project was registered in this side's records.</summary>
/// <param name="Project">The project.</param>
public sealed record ProjectRegistered(Project Project) : LedgerEvent;
