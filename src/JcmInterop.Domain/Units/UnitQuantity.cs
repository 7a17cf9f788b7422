namespace JcmInterop.Domain.Units;

/// <summary>A quantity of units, in whole tonnes of CO2 equivalent; zero is allowed, fractions and negatives are not.</summary>
/// <remarks>One JCM credit is one tonne. Arithmetic is checked: a result below zero or above <see cref="TonnesMax"/> throws,
/// because it can only come from a defect. Source: decision 2/CMA.3 annex, paragraph 1(c); JCM common specifications of the registry.</remarks>
public readonly record struct UnitQuantity : IComparable<UnitQuantity>
{
    /// <summary>Largest quantity, far above what the world emits in a century; sums of every bounded list stay inside 64 bits.</summary>
    public const long TonnesMax = 999_999_999_999_999;

    /// <summary>Creates a quantity.</summary>
    /// <param name="tonnes">Whole tonnes of CO2 equivalent, zero to <see cref="TonnesMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tonnes"/> is negative or too large.</exception>
    public UnitQuantity(long tonnes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tonnes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tonnes, TonnesMax);
        Tonnes = tonnes;
    }

    /// <summary>No units.</summary>
    public static UnitQuantity Zero => default;

    /// <summary>Whole tonnes of CO2 equivalent.</summary>
    public long Tonnes { get; }

    /// <summary>Whether the quantity is zero.</summary>
    public bool IsZero => Tonnes == 0;

    /// <summary>The sum of two quantities.</summary>
    public static UnitQuantity operator +(UnitQuantity left, UnitQuantity right) => new(checked(left.Tonnes + right.Tonnes));

    /// <summary>The difference of two quantities; throws when it would be negative.</summary>
    public static UnitQuantity operator -(UnitQuantity left, UnitQuantity right) => new(checked(left.Tonnes - right.Tonnes));

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(UnitQuantity left, UnitQuantity right) => left.Tonnes < right.Tonnes;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(UnitQuantity left, UnitQuantity right) => left.Tonnes > right.Tonnes;

    /// <summary>Whether the left quantity is smaller or equal.</summary>
    public static bool operator <=(UnitQuantity left, UnitQuantity right) => left.Tonnes <= right.Tonnes;

    /// <summary>Whether the left quantity is larger or equal.</summary>
    public static bool operator >=(UnitQuantity left, UnitQuantity right) => left.Tonnes >= right.Tonnes;

    /// <inheritdoc/>
    public int CompareTo(UnitQuantity other) => Tonnes.CompareTo(other.Tonnes);

    /// <summary>The tonnes as a plain number, without separators or unit.</summary>
    public override string ToString() => Tonnes.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
