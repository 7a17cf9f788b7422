namespace JcmInterop.Reporting.Samples;

/// <summary>The sample facts that come with the product, as the CSV files of the <c>data</c> folder.</summary>
/// <remarks>Every row says where it comes from and whether it is remembered, inferred, assumed or invented.</remarks>
public static class SampleFile
{
    /// <summary>The partner countries.</summary>
    public const string Partners = "jcm-partners.csv";

    /// <summary>Registered projects.</summary>
    public const string Projects = "projects.csv";

    /// <summary>All known issuances of the Mongolia-Japan pair.</summary>
    public const string IssuancesMongolia = "issuances-mongolia.csv";

    /// <summary>Issuances of other pairs known from public releases.</summary>
    public const string IssuancesOther = "issuances-other.csv";

    /// <summary>Invented accounts.</summary>
    public const string InventedAccounts = "sample-accounts.csv";

    /// <summary>Invented authorizations.</summary>
    public const string InventedAuthorizations = "sample-authorizations.csv";

    /// <summary>An invented project.</summary>
    public const string InventedProjects = "sample-projects.csv";

    /// <summary>An invented issuance of the invented project.</summary>
    public const string InventedIssuances = "sample-issuances.csv";

    /// <summary>The bytes of a sample file.</summary>
    /// <param name="name">One of the names above.</param>
    /// <exception cref="InvalidOperationException">The file was left out of the build.</exception>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The sample file {name} is not in the build.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
