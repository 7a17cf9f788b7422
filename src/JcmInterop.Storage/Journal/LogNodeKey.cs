using System.Runtime.InteropServices;

namespace JcmInterop.Storage.Journal;

/// <summary>Names a node of the Merkle tree.</summary>
/// <param name="Level">Height of the subtree.</param>
/// <param name="Place">Which subtree of its level, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LogNodeKey(int Level, long Place);
