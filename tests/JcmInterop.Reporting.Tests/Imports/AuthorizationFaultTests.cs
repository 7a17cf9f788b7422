using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

public sealed class AuthorizationFaultTests
{
    [Theory]
    [InlineData("THA-1,1,", "THA_1,1,", "authorization", "not an authorization id")]
    [InlineData("THA-1,1,", "THA-1,0,", "version", "none of the values")]
    [InlineData("CA9001", "9001", "cooperative_approach", "not a cooperative approach id")]
    [InlineData("NDC; IMP", "NDC; CORSIA", "uses", "none of the values")]
    [InlineData(",JPN,none,", ",Japan,none,", "authorized_parties", "not a Party code")]
    [InlineData(",2021,2024,", ",2024,2021,", "vintage_final", "wrong order")]
    [InlineData(",2021,2024,", ",21,2024,", "vintage_first", "not a calendar year")]
    [InlineData("TH014", "TH015", "projects", "TH015 is not registered")]
    [InlineData(",Authorization,", ",not applicable,", "first_transfer_definition", "not defined")]
    [InlineData("2030-12-31", "2025-10-29", "expires_on", "wrong order")]
    [InlineData("THA01", "JPN01", "tracking_registry", "does not belong to THA")]
    public void A_contradiction_is_explained_in_its_cell(string old, string changed, string column, string reason)
    {
        var fault = AuthorizationImport.Read("authorizations.csv", CsvFile.Bytes(CsvFile.Authorization.With(old, changed)), CsvFile.Registered).OnlyFault();

        fault.Column.ShouldBe(column);
        fault.Reason.English.ShouldContain(reason);
    }

    [Fact]
    public void Use_towards_an_NDC_alone_needs_no_definition_of_first_transfer()
    {
        var file = CsvFile.Authorization.With("NDC; IMP", "NDC").With(",Authorization,", ",not applicable,");

        AuthorizationImport.Read("authorizations.csv", CsvFile.Bytes(file), CsvFile.Registered).Faults.ShouldBeEmpty();
    }
}
