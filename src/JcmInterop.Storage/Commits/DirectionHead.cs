using System.Runtime.InteropServices;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Commits;

/// <summary>How far one direction of messages of a bilateral registry has come.</summary>
/// <param name="Sequence">Number of the last message; zero while there is none.</param>
/// <param name="Hash">SHA-256 over the payload of the last message; none while there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DirectionHead(long Sequence, Digest Hash);
