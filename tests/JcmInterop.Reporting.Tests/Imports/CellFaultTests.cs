using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

public sealed class CellFaultTests
{
    [Theory]
    [InlineData("28/09/2020", "another form")]
    [InlineData("2020/09/28", "another form")]
    [InlineData("28 Sep 20", "another form")]
    [InlineData("2020-9-28", "another form")]
    [InlineData("N/A", "another form")]
    [InlineData("2021-02-29", "no such day")]
    [InlineData("2020-13-01", "no such day")]
    [InlineData("２０２０-09-28", "full-width")]
    [InlineData("", "empty")]
    public void A_date_that_is_not_one_is_explained(string cell, string reason)
    {
        var fault = CsvFile.Projects(CsvFile.Project.With("2020-09-28", cell)).OnlyFault();

        (fault.Line, fault.Column, fault.Value).ShouldBe((2, "registered_on", cell));
        fault.Reason.English.ShouldContain(reason);
    }

    [Theory]
    [InlineData("-1009", "negative")]
    [InlineData("−1009", "negative")]
    [InlineData("1009.5", "whole number of tonnes")]
    [InlineData("30312.0", "whole number of tonnes")]
    [InlineData("\"30,312\"", "separator")]
    [InlineData("30 312", "separator")]
    [InlineData("30'312", "separator")]
    [InlineData("1.030.312", "separator")]
    [InlineData("３０３１２", "full-width")]
    [InlineData("30312 t", "not a whole number")]
    [InlineData("+30312", "not a whole number")]
    [InlineData("3e4", "not a whole number")]
    [InlineData("99999999999999999999", "larger")]
    [InlineData("1000000000000", "larger")]
    [InlineData("", "empty")]
    public void A_quantity_that_is_not_one_is_explained(string cell, string reason)
    {
        var fault = CsvFile.Issuances(CsvFile.Issuance.With(",30312,", $",{cell},")).OnlyFault();

        (fault.Line, fault.Column).ShouldBe((2, "total"));
        fault.Reason.English.ShouldContain(reason);
    }

    [Theory]
    [InlineData("TH14")]
    [InlineData("th014")]
    [InlineData("TH014/TH015")]
    public void A_project_reference_of_another_form_is_explained(string cell) =>
        CsvFile.Projects(CsvFile.Project.With("TH014", cell)).OnlyFault().Reason.English.ShouldBe("This is not a project reference.");

    [Theory]
    [InlineData(" 5 MW floating PV", "blank")]
    [InlineData("5 MW floating PV\u3000", "blank")]
    [InlineData("5 MW\u0007floating PV", "control character")]
    public void Blanks_at_the_ends_and_control_characters_are_refused(string cell, string reason) =>
        CsvFile.Projects(CsvFile.Project.With("5 MW floating PV", cell)).OnlyFault().Reason.English.ShouldContain(reason);

    [Fact]
    public void A_cell_over_the_limit_is_refused() =>
        CsvFile.Projects(CsvFile.Project.With("5 MW floating PV", new string('x', ImportLimits.CellLengthMax + 1))).OnlyFault().Column.ShouldBe("title");

    [Fact]
    public void A_wrong_check_digit_is_found() =>
        Accounts(CsvFile.Account.With("JPN-2-73", "JPN-2-74")).OnlyFault().Reason.English.ShouldContain("check digits");

    [Fact]
    public void A_kind_of_account_that_does_not_exist_lists_those_that_do() =>
        Accounts(CsvFile.Account.With("GovernmentHolding", "Holding")).OnlyFault().Remedy.English.ShouldContain("EntityHolding");

    [Fact]
    public void A_number_is_not_taken_for_the_name_of_a_kind() => Accounts(CsvFile.Account.With("GovernmentHolding", "0")).OnlyFault().Column.ShouldBe("kind");

    [Fact]
    public void An_entity_has_a_country() => Accounts(CsvFile.Account.With("FRA", "")).OnlyFault().Column.ShouldBe("country");

    [Fact]
    public void Trust_property_is_yes_or_no() => Accounts(CsvFile.Account.With(",yes,", ",TRUE,")).OnlyFault().Column.ShouldBe("trust_property");

    [Fact]
    public void An_account_twice_names_the_other_line() =>
        Accounts(CsvFile.Account.With("JPN-2-73", "JPN-1-76")).OnlyFault().Reason.English.ShouldBe("Line 2 already has this entry.");

    [Fact]
    public void A_project_twice_names_the_other_line() =>
        CsvFile.Projects(CsvFile.Project.With("MN006,15", "TH014,15")).OnlyFault().Line.ShouldBe(3);

    private static ImportResult<JcmInterop.Domain.Accounts.OpenAccount> Accounts(string text) => AccountImport.Read("accounts.csv", CsvFile.Bytes(text));
}
