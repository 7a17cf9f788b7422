using System.Globalization;
using System.Text;

namespace JcmInterop.Messages.Canonical;

/// <summary>Numbers as ECMAScript prints them: RFC 8785, section 3.2.2.3.</summary>
internal static class CanonicalNumber
{
    /// <summary>Longest printed form, in bytes.</summary>
    public const int LengthMax = 32;

    /// <summary>Prints a finite double into <paramref name="destination"/> and returns the number of bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number, which JSON cannot say.</exception>
    public static int Format(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        Span<byte> digits = stackalloc byte[LengthMax];
        var (count, point) = Shortest(Math.Abs(value), digits);
        var output = new Output(destination);
        if (value < 0) output.Put((byte)'-');
        Lay(ref output, digits[..count], point);
        return output.Length;
    }

    /// <summary>Prints a finite double.</summary>
    public static string Format(double value)
    {
        Span<byte> text = stackalloc byte[LengthMax];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>The shortest digits that read back to the same double, and where the decimal point stands relative to them.</summary>
    private static (int Count, int Point) Shortest(double value, Span<byte> digits)
    {
        Span<byte> text = stackalloc byte[LengthMax];
        if (!value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture)) throw new InvalidOperationException("A double did not fit its longest form.");
        text = text[..length];
        var exponentAt = text.IndexOf((byte)'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf((byte)'.');
        var point = exponent + (dot < 0 ? mantissa.Length : dot);
        var count = 0;
        foreach (var c in mantissa)
        {
            if (c == (byte)'.') continue;
            if (c == (byte)'0' && count == 0) point--;
            else digits[count++] = c;
        }

        while (digits[count - 1] == (byte)'0') count--;
        return (count, point);
    }

    private static void Lay(scoped ref Output output, scoped ReadOnlySpan<byte> digits, int point)
    {
        if (digits.Length <= point && point <= 21)
        {
            output.Put(digits);
            for (var i = digits.Length; i < point; i++) output.Put((byte)'0');
        }
        else if (point is > 0 and <= 21)
        {
            output.Put(digits[..point]);
            output.Put((byte)'.');
            output.Put(digits[point..]);
        }
        else if (point is > -6 and <= 0)
        {
            output.Put("0."u8);
            for (var i = point; i < 0; i++) output.Put((byte)'0');
            output.Put(digits);
        }
        else
        {
            output.Put(digits[0]);
            if (digits.Length > 1) output.Put((byte)'.');
            output.Put(digits[1..]);
            output.Put(point > 0 ? "e+"u8 : "e-"u8);
            output.Put(Math.Abs(point - 1));
        }
    }

    private ref struct Output(Span<byte> destination)
    {
        private readonly Span<byte> destination = destination;

        public int Length { get; private set; }

        public void Put(byte value) => destination[Length++] = value;

        public void Put(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(destination[Length..]);
            Length += bytes.Length;
        }

        public void Put(int value)
        {
            value.TryFormat(destination[Length..], out var written, default, CultureInfo.InvariantCulture);
            Length += written;
        }
    }
}
