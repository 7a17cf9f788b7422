namespace JcmInterop.Reporting.Records;

/// <summary>What a column of another system's records can be mapped to; one row is one block of units with the days of its life.</summary>
public enum RecordField
{
    /// <summary>First serial: as printed, or its number where <see cref="SerialPrefix"/> or <see cref="SerialSuffix"/> has the rest. Required.</summary>
    SerialFirst,

    /// <summary>Last serial, included. Required.</summary>
    SerialLast,

    /// <summary>Text printed before the number.</summary>
    SerialPrefix,

    /// <summary>Text printed after the number.</summary>
    SerialSuffix,

    /// <summary>Party where the mitigation occurred, which authorizes and first transfers. Required.</summary>
    Party,

    /// <summary>Programme that issued the units: the underlying unit registry of the agreed electronic format.</summary>
    Programme,

    /// <summary>Calendar year of the mitigation. Required.</summary>
    Vintage,

    /// <summary>Quantity; with t CO2 eq it must be the number of serials. Required.</summary>
    Quantity,

    /// <summary>Whether the Party authorized the units: <c>authorized</c>, <c>not authorized</c> or <c>unknown</c>. Required.</summary>
    AuthorizationStatus,

    /// <summary>Id of the authorization.</summary>
    Authorization,

    /// <summary>Day of the authorization; needed for authorized units.</summary>
    AuthorizedOn,

    /// <summary>Uses authorized, parted by semicolons: <c>NDC</c>, <c>IMP</c>, <c>OP</c>, <c>OIMP</c>; needed for authorized units.</summary>
    Uses,

    /// <summary>First transfer for other international mitigation purposes: <c>Authorization</c>, <c>Issuance</c>, <c>UseOrCancellation</c>; empty or <c>unknown</c> leaves it unresolved.</summary>
    FirstTransferDefinition,

    /// <summary>Day of issuance.</summary>
    IssuedOn,

    /// <summary>Day of the first international transfer.</summary>
    TransferredOn,

    /// <summary>Party the units were transferred to; needed with <see cref="TransferredOn"/>.</summary>
    AcquiringParty,

    /// <summary>Day of the cancellation.</summary>
    CancelledOn,

    /// <summary>Purpose of the cancellation: <c>IMP</c>, <c>OP</c>, <c>OMGE</c>, <c>Voluntary</c> or <c>Administrative</c>; needed with <see cref="CancelledOn"/>.</summary>
    CancellationPurpose,

    /// <summary>The purpose in words, for example the scheme and period.</summary>
    PurposeText,

    /// <summary>Identification number of the using or cancelling entity.</summary>
    Entity,

    /// <summary>Day of the use towards an NDC.</summary>
    UsedOn,

    /// <summary>Calendar year for which the units are used; needed with <see cref="UsedOn"/>.</summary>
    UsedForYear,

    /// <summary>Party that used the units; the acquiring one where nothing is said.</summary>
    UsingParty,

    /// <summary>Day of a transfer to the Adaptation Fund.</summary>
    ToAdaptationFundOn,

    /// <summary>Cooperative approach.</summary>
    CooperativeApproach,

    /// <summary>Sectors, parted by semicolons.</summary>
    Sectors,

    /// <summary>Activity types, parted by semicolons.</summary>
    ActivityTypes,

    /// <summary>First ITMO identifier, or its serial number.</summary>
    FirstItmo,

    /// <summary>Registry in which the units became ITMOs, where <see cref="FirstItmo"/> is a number.</summary>
    OriginatingRegistry,

    /// <summary>Day the other system learned of the last event; the latest day of the row where nothing is said.</summary>
    RecordedOn,

    /// <summary>Metric, where it is not t CO2 eq.</summary>
    Metric,

    /// <summary>Anything that finds the row in its own system.</summary>
    Reference,
}
