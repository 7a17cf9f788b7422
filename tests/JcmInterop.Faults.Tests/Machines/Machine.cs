namespace JcmInterop.Faults.Tests.Machines;

/// <summary>Where one silo runs: a network namespace that stands for a machine, or this machine itself.</summary>
/// <param name="Address">Address the others reach it at.</param>
/// <param name="Namespace">Its network namespace; nothing for this machine itself.</param>
/// <param name="Cable">The end of its cable on this machine.</param>
internal sealed record Machine(string Address, string? Namespace, string? Cable)
{
    /// <summary>This machine itself, whose network cannot be cut.</summary>
    public static Machine Here { get; } = new("127.0.0.1", null, null);
}
