namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>The form of a field's value.</summary>
public enum AefFieldFormat
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A whole number, zero or more.</summary>
    Integer,

    /// <summary>A calendar year, four digits.</summary>
    Year,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>The date or the instant of an action, as the profile prefers.</summary>
    ActionDate,

    /// <summary>A Party: code, or name where the profile asks for names.</summary>
    Party,

    /// <summary>A Party, always by its alpha-3 code.</summary>
    PartyCode,

    /// <summary>Alpha-3 Party codes, separated by commas.</summary>
    PartyCodes,

    /// <summary>Submission version, <c>X.Y</c>.</summary>
    SubmissionVersion,

    /// <summary>Authorization id.</summary>
    AuthorizationId,

    /// <summary>Cooperative approach id, <c>CA</c> and four digits.</summary>
    CooperativeApproach,

    /// <summary>Party ITMO registry id, alpha-3 code and two digits.</summary>
    PartyRegistry,

    /// <summary>First or last identifier of a block of ITMOs: full identifier or serial number, as the profile prefers.</summary>
    ItmoIdentifier,

    /// <summary>Authorized timeframe.</summary>
    Timeframe,

    /// <summary>One value of the field's vocabulary.</summary>
    Term,

    /// <summary>Values of the field's vocabulary, separated by commas.</summary>
    Terms,
}
