using System.Globalization;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Accounts;

/// <summary>An account number: Party code, running number, and two check digits, for example <c>JPN-1-76</c>.</summary>
/// <remarks>The check digits are ISO 7064 MOD 97-10 over the Party code and the number, so a wrong or swapped character is found before a unit
/// moves. The form is this product's own; the official layout is not known from public material.</remarks>
public readonly record struct AccountNumber : IComparable<AccountNumber>
{
    /// <summary>Largest running number.</summary>
    public const long NumberMax = 999_999_999_999;

    /// <summary>Creates the number of an account; the check digits follow from it.</summary>
    /// <param name="party">The Party whose registry keeps the account.</param>
    /// <param name="number">Running number, 1 to <see cref="NumberMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The running number is out of range.</exception>
    public AccountNumber(PartyCode party, long number)
    {
        if (number is < 1 or > NumberMax) throw new ArgumentOutOfRangeException(nameof(number), number, $"An account's running number is 1 to {NumberMax}.");
        Party = party;
        Number = number;
    }

    /// <summary>The Party whose registry keeps the account.</summary>
    public PartyCode Party { get; }

    /// <summary>The running number.</summary>
    public long Number { get; }

    /// <summary>The two check digits, 2 to 98.</summary>
    public int CheckDigits
    {
        get
        {
            var remainder = 0;
            foreach (var letter in Party.Code) remainder = ((remainder * 100) + (letter - 'A' + 10)) % 97;
            for (var digits = Number; digits > 0; digits /= 10) remainder = remainder * 10 % 97;
            remainder = (int)((remainder + Number) % 97);
            return 98 - (remainder * 100 % 97);
        }
    }

    /// <summary>Reads the written form and checks the check digits.</summary>
    public static bool TryParse(string? text, out AccountNumber account)
    {
        account = default;
        // Three letters, a hyphen, up to twelve digits, a hyphen and two digits.
        if (text is not { Length: >= 8 and <= 19 } || text[3] != '-' || text[^3] != '-') return false;
        var party = text[..3];
        var running = text.AsSpan(4, text.Length - 7);
        if (!PartyCode.IsValid(party) || running[0] == '0') return false;
        if (!long.TryParse(running, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (!int.TryParse(text.AsSpan(text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var check)) return false;
        account = new AccountNumber(new PartyCode(party), number);
        return account.CheckDigits == check;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The form or the check digits are wrong.</exception>
    public static AccountNumber Parse(string text) => TryParse(text, out var account)
        ? account
        : throw new FormatException($"'{text}' is not an account number: its form is JPN-1-76 and its last two digits are check digits.");

    /// <inheritdoc/>
    public int CompareTo(AccountNumber other)
    {
        var byParty = Party.CompareTo(other.Party);
        return byParty != 0 ? byParty : Number.CompareTo(other.Number);
    }

    /// <summary>The written form with check digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Party}-{Number}-{CheckDigits:D2}");
}
