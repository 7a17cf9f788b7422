using JcmInterop.Grains.Problems;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>How one registry of this node is doing since the node started.</summary>
/// <param name="Stopped">Why it takes no requests until a person has looked; nothing while it does.</param>
/// <param name="StoreTrouble">Why the last step could not be kept; nothing after a step that was.</param>
/// <param name="SendingHeld">Why nothing is sent to the partner; nothing while it is.</param>
/// <param name="Alarms">Messages that may mean bad faith, and stops.</param>
/// <param name="Commits">Steps made durable.</param>
/// <param name="Requests">Commands and messages in those steps.</param>
/// <param name="Journal">How far the journal has come; empty until the registry was loaded.</param>
public sealed record RegistryCondition(
    Problem? Stopped, Problem? StoreTrouble, Problem? SendingHeld, long Alarms, long Commits, long Requests, JournalHead Journal)
{
    /// <summary>Nothing is wrong and nothing has happened yet.</summary>
    public static RegistryCondition Good { get; } = new(null, null, null, 0, 0, 0, JournalHead.Empty);
}
