using System.Collections.Frozen;
using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Programme;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Samples;

/// <summary>The sample files, read.</summary>
public static class SampleFacts
{
    /// <summary>The 31 partner countries.</summary>
    public static ImmutableArray<JcmPartner> Partners() => Rows(PartnerImport.Read(SampleFile.Partners, SampleFile.Bytes(SampleFile.Partners)));

    /// <summary>Registered projects and the invented one.</summary>
    public static ImmutableArray<RegisterProject> Projects() =>
    [
        .. Rows(ProjectImport.Read(SampleFile.Projects, SampleFile.Bytes(SampleFile.Projects))),
        .. Rows(ProjectImport.Read(SampleFile.InventedProjects, SampleFile.Bytes(SampleFile.InventedProjects))),
    ];

    /// <summary>The decisions of one of the issuance files.</summary>
    /// <param name="file">One of the issuance files of <see cref="SampleFile"/>.</param>
    public static ImmutableArray<ImportedDecision> Decisions(string file) => Rows(IssuanceImport.Read(file, SampleFile.Bytes(file), References()));

    /// <summary>Invented accounts of several Parties.</summary>
    public static ImmutableArray<OpenAccount> Accounts() =>
        Rows(AccountImport.Read(SampleFile.InventedAccounts, SampleFile.Bytes(SampleFile.InventedAccounts)));

    /// <summary>Invented authorizations.</summary>
    public static ImmutableArray<RecordAuthorization> Authorizations() =>
        Rows(AuthorizationImport.Read(SampleFile.InventedAuthorizations, SampleFile.Bytes(SampleFile.InventedAuthorizations), References()));

    private static FrozenSet<ProjectReference> References() => Projects().Select(command => command.Project.Reference).ToFrozenSet();

    private static ImmutableArray<TRow> Rows<TRow>(ImportResult<TRow> result) => result.IsRead
        ? result.Rows
        : throw new InvalidOperationException($"A sample file is not in order: {result.Faults[0]}");
}
