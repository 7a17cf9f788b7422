namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>Names of the controlled vocabularies.</summary>
public static class AefVocabularyNames
{
    /// <summary>Metric: nomenclature table 12.</summary>
    public const string Metric = "metric";

    /// <summary>Sectors: nomenclature table 15.</summary>
    public const string Sector = "sector";

    /// <summary>Purposes for authorization: nomenclature table 16.</summary>
    public const string Purpose = "purpose";

    /// <summary>First transfer definition for OIMP: nomenclature table 22.</summary>
    public const string FirstTransferDefinition = "first-transfer-definition";

    /// <summary>Action types: nomenclature table 25.</summary>
    public const string ActionType = "action-type";

    /// <summary>Action subtypes: nomenclature table 26.</summary>
    public const string ActionSubtype = "action-subtype";

    /// <summary>Underlying unit registries: nomenclature table 31.</summary>
    public const string UnderlyingRegistry = "underlying-registry";

    /// <summary>Mitigation types: nomenclature table 36.</summary>
    public const string MitigationType = "mitigation-type";

    /// <summary>First transfer: nomenclature table 49; used by no field of version 2.</summary>
    public const string FirstTransfer = "first-transfer";

    /// <summary>Account types: nomenclature table 52; used by no field of version 2.</summary>
    public const string AccountType = "account-type";

    /// <summary>Unit types: nomenclature table 53; used by no field of version 2.</summary>
    public const string UnitType = "unit-type";

    /// <summary>Activity types: nomenclature table 51.</summary>
    public const string ActivityType = "activity-type";
}
