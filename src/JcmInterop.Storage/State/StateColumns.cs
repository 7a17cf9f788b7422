namespace JcmInterop.Storage.State;

/// <summary>The facts of a state item that people and reports search by, besides its body.</summary>
public abstract record StateColumns;

/// <summary>What a block of units is found by.</summary>
/// <param name="Prefix">Text printed before the serial number.</param>
/// <param name="First">First serial number, included.</param>
/// <param name="Final">Last serial number, included.</param>
/// <param name="Suffix">Text printed after the serial number.</param>
/// <param name="Account">The account it is in, or the one it left.</param>
/// <param name="IsInAccount">Whether it is in the account; false once it was transferred out.</param>
/// <param name="Project">The project, for example <c>TH014</c>.</param>
/// <param name="Vintage">Calendar year of the mitigation.</param>
/// <param name="Status">What may be done with it.</param>
/// <param name="ItmoStem">Elements before the serial of its ITMO ids, for example <c>CA0001-THA01-THA</c>; nothing before first transfer.</param>
/// <param name="ItmoFirst">Serial of the ITMO id of its first unit; the others follow one by one.</param>
public sealed record UnitBlockColumns(
    string Prefix,
    long First,
    long Final,
    string Suffix,
    string Account,
    bool IsInAccount,
    string Project,
    int Vintage,
    string Status,
    string? ItmoStem = null,
    long? ItmoFirst = null) : StateColumns
{
    /// <summary>Serial of the ITMO id of its last unit, included.</summary>
    public long? ItmoFinal => ItmoFirst + (Final - First);
}

/// <summary>What an account is found by.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Holder">Name of the holder in English.</param>
public sealed record AccountColumns(string Kind, string Holder) : StateColumns;
