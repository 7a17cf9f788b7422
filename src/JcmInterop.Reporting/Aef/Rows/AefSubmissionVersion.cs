using System.Globalization;
using System.Runtime.InteropServices;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Version of a submission, <c>X.Y</c>; the first is always 1.0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AefSubmissionVersion : IComparable<AefSubmissionVersion>
{
    /// <summary>Creates a version.</summary>
    /// <param name="major">1 or more.</param>
    /// <param name="minor">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is below its least value.</exception>
    public AefSubmissionVersion(int major, int minor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(major, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        Major = major;
        Minor = minor;
    }

    /// <summary>The version of a first submission.</summary>
    public static AefSubmissionVersion First { get; } = new(1, 0);

    /// <summary>The part before the point.</summary>
    public int Major { get; }

    /// <summary>The part after the point.</summary>
    public int Minor { get; }

    /// <summary>Reads <c>X.Y</c>.</summary>
    public static bool TryParse(string? text, out AefSubmissionVersion version)
    {
        version = default;
        var parts = text?.Split('.');
        if (parts is not { Length: 2 } || parts.Any(p => p.Length is 0 or > 6)) return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < 1) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)) return false;
        version = new AefSubmissionVersion(major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(AefSubmissionVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary><c>X.Y</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
