using System.Text;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

public sealed class ReadingTests
{
    [Fact]
    public void Projects_become_commands_that_register_them()
    {
        var result = CsvFile.Projects(CsvFile.Project);

        result.Faults.ShouldBeEmpty();
        result.Rows.Select(command => command.Project.Reference.ToString()).ShouldBe(["TH014", "MN006"]);
        result.Rows[1].Project.Methodologies.ShouldBe(["MN_AM003 Ver2.0", "MN_AM004 Ver1.0"]);
        result.Rows[0].Project.RegisteredOn.ShouldBe(new DateOnly(2020, 9, 28));
        result.Rows[0].Project.TitleLocal.ShouldBeNull();
    }

    [Fact]
    public void An_unknown_day_of_registration_is_absent() =>
        CsvFile.Projects(CsvFile.Project.With("2020-09-28", "unknown")).Rows[0].Project.RegisteredOn.ShouldBeNull();

    [Fact]
    public void Accounts_keep_names_in_both_scripts()
    {
        var result = AccountImport.Read("accounts.csv", CsvFile.Bytes(CsvFile.Account));

        result.Faults.ShouldBeEmpty();
        result.Rows[0].Kind.ShouldBe(AccountKind.GovernmentHolding);
        result.Rows[0].Holder.NameLocal.ShouldBe("日本国政府");
        result.Rows[1].Holder.NameEnglish.ShouldBe("Énergie Exemple S.A.");
        result.Rows[1].IsTrustProperty.ShouldBeTrue();
    }

    [Fact]
    public void Decisions_keep_the_notified_integers_and_what_was_issued()
    {
        var imported = CsvFile.Issuances(CsvFile.Issuance).Rows.ShouldHaveSingleItem();

        imported.Decision.Registry.ToString().ShouldBe("JPN-MNG");
        imported.Decision.Lines.Select(line => line.Total.Tonnes).ShouldBe([30312, 1]);
        var line = imported.Decision.Lines[0];
        line.Of(PartyCode.Japan).Notified.ShouldBe(new UnitQuantity(24249));
        line.Of(PartyCode.Japan).Postings.Select(posting => (posting.Holder, posting.Quantity.Tonnes)).ShouldBe([("Government", 24000), ("Mayekawa", 249)]);
        imported.Legs.Select(leg => leg.State).ShouldBe([LegState.Pending, LegState.Issued, LegState.Issued, LegState.NotApplicable]);
    }

    [Fact]
    public void An_issued_leg_becomes_one_posting_per_vintage_of_the_whole_quantity()
    {
        var account = new AccountNumber(PartyCode.Japan, 1);
        var leg = CsvFile.Issuances(CsvFile.Issuance).Rows[0].Legs[1];

        var posting = leg.IssueInto(account).ShouldNotBeNull().Postings.ShouldHaveSingleItem();

        posting.ShouldBe(new LegPosting(account, new Vintage(2020), new UnitQuantity(24249), PartyCode.Japan));
    }

    [Fact]
    public void A_leg_that_was_not_issued_gives_no_command()
    {
        var legs = CsvFile.Issuances(CsvFile.Issuance).Rows[0].Legs;

        legs[0].IssueInto(new AccountNumber(new PartyCode("MNG"), 1)).ShouldBeNull();
        legs[3].IssueInto(new AccountNumber(PartyCode.Japan, 1)).ShouldBeNull();
    }

    [Fact]
    public void Rows_of_one_line_are_its_vintages()
    {
        var file = CsvFile.Issuance
            .With("MN006-B,MN006,2020-07-01,2020-12-31", "MN006,MN006,2019-07-06,2020-06-30")
            .With("1,1,not published,2026-01-24,0,not published,not applicable,2020", "1,1,not published,pending,0,not published,not applicable,2019");

        var line = CsvFile.Issuances(file).Rows.ShouldHaveSingleItem().Decision.Lines.ShouldHaveSingleItem();

        line.Total.Tonnes.ShouldBe(30313);
        line.Of(new PartyCode("MNG")).Postings.Select(posting => (posting.Vintage.Year, posting.Quantity.Tonnes)).ShouldBe([(2020, 6063), (2019, 1)]);
    }

    [Fact]
    public void Authorizations_become_terms_the_ledger_enforces()
    {
        var result = AuthorizationImport.Read("authorizations.csv", CsvFile.Bytes(CsvFile.Authorization), CsvFile.Registered);

        result.Faults.ShouldBeEmpty();
        var terms = result.Rows.ShouldHaveSingleItem().Authorization;
        terms.Uses.ShouldBe(AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation);
        terms.QuantityCap.ShouldBe(new UnitQuantity(5000));
        terms.AuthorizedEntities.ShouldBeEmpty();
        terms.FirstTransferDefinition.ShouldBe(FirstTransferDefinition.Authorization);
        terms.Terms.ShouldBe("Clause 1.\nClause 2, with a \"word\" in quotation marks.");
    }

    [Fact]
    public void An_authorization_without_a_cap_or_an_end_has_neither()
    {
        var file = CsvFile.Authorization.With(",5000,", ",none,").With("2030-12-31", "none").With(",TH014,", ",all,");

        var terms = AuthorizationImport.Read("authorizations.csv", CsvFile.Bytes(file), CsvFile.Registered).Rows[0].Authorization;

        terms.QuantityCap.ShouldBeNull();
        terms.ExpiresOn.ShouldBeNull();
        terms.Projects.ShouldBeEmpty();
    }

    [Fact]
    public void Holdings_keep_prefix_numbers_and_suffix()
    {
        var result = HoldingImport.Read("holdings.csv", CsvFile.Bytes(CsvFile.Holding));

        result.Faults.ShouldBeEmpty();
        result.Rows[1].Serials.ShouldBe(new SerialRange("JPN-THA-TH014-2021-", 1001, 1009));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_make_no_difference()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(CsvFile.Authorization.Replace("\n", "\r\n", StringComparison.Ordinal))];

        var terms = AuthorizationImport.Read("authorizations.csv", bytes, CsvFile.Registered).Rows[0].Authorization;

        terms.Terms.ShouldBe("Clause 1.\nClause 2, with a \"word\" in quotation marks.");
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        var result = CsvFile.Projects("title,reference,source_note,registered_on,title_local,methodologies,activity_types,sectors\nPV,TH014,a test,unknown,,unknown,Solar,unknown\n");

        result.Rows.ShouldHaveSingleItem().Project.Title.ShouldBe("PV");
        result.Rows[0].Project.Sectors.ShouldBeEmpty();
    }

    [Fact]
    public void Blank_lines_are_passed_over() => CsvFile.Projects(CsvFile.Project.With("\nMN006", "\n\nMN006") + "\n\n").Rows.Length.ShouldBe(2);
}
