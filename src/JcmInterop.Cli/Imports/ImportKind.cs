namespace JcmInterop.Cli.Imports;

/// <summary>What an import file holds.</summary>
internal enum ImportKind
{
    /// <summary>Registered projects.</summary>
    Projects,

    /// <summary>Accounts of one side.</summary>
    Accounts,

    /// <summary>Joint Committee decisions on issuance.</summary>
    Decisions,

    /// <summary>Authorizations of one Party.</summary>
    Authorizations,
}
