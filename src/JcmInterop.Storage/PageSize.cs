using System.Runtime.CompilerServices;

namespace JcmInterop.Storage;

/// <summary>Keeps pages within their limits.</summary>
internal static class PageSize
{
    public static void CheckAtMost(int wanted, int max, [CallerArgumentExpression(nameof(wanted))] string name = "")
    {
        if (wanted > max) throw new ArgumentOutOfRangeException(name, wanted, $"At most {max} are read at once.");
    }

    public static void Check(int wanted, int max, [CallerArgumentExpression(nameof(wanted))] string name = "")
    {
        if (wanted < 1 || wanted > max) throw new ArgumentOutOfRangeException(name, wanted, $"A page has 1 to {max} entries.");
    }
}
