namespace JcmInterop.Server.Operators;

/// <summary>A person at a node.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">In which role.</param>
internal sealed record OperatorIdentity(string Person, OperatorRole Role);
