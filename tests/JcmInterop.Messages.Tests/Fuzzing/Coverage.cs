using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>Which branches of instrumented code ran, and about how often, in the map that the instrumentation writes.</summary>
internal sealed unsafe class Coverage
{
    private const int MapBytes = 1 << 16;

    private readonly byte[] seen = new byte[MapBytes];

    /// <summary>Gives the instrumentation its map. Instrumented code must not run before.</summary>
    public static void Start() => Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(MapBytes);

    /// <summary>Forgets the last run.</summary>
    public static void Clear()
    {
        new Span<byte>(Trace.SharedMem, MapBytes).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last run went where no run went before, or clearly more often.</summary>
    public bool IsNew()
    {
        var isNew = false;
        var map = new ReadOnlySpan<byte>(Trace.SharedMem, MapBytes);
        for (var at = map.IndexOfAnyExcept((byte)0); at >= 0;)
        {
            var often = (byte)(1 << int.Log2(map[at]));
            if ((seen[at] & often) == 0)
            {
                seen[at] |= often;
                isNew = true;
            }

            var next = map[(at + 1)..].IndexOfAnyExcept((byte)0);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return isNew;
    }
}
