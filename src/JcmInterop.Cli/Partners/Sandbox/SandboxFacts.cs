using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Imports;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>The invented facts of a sandbox: the sample facts of Thailand, in the name of whichever Party it plays.</summary>
internal sealed class SandboxFacts(PartyCode own, PartyCode partner)
{
    private static readonly PartyCode Model = new("THA");

    private readonly ImportedDecision decision = SampleFacts.Decisions(SampleFile.InventedIssuances).Single();

    /// <summary>The account the sandbox's units are in.</summary>
    public AccountNumber Seller => Accounts().First(a => a.Kind == AccountKind.EntityHolding).Number!.Value;

    /// <summary>The authorization under which the sandbox offers its units.</summary>
    public AuthorizationId Authorization => Authorized().Id;

    /// <summary>The commands that make a new node a sandbox, each with a name; giving them again changes nothing.</summary>
    public IEnumerable<(string Purpose, LedgerCommand Command)> Commands()
    {
        foreach (var project in SampleFacts.Projects().Where(p => p.Project.Reference == decision.Decision.Lines[0].Project)) yield return ("project", project);
        foreach (var account in Accounts()) yield return ($"account {account.Number}", account);
        yield return ("authorization", new RecordAuthorization(Authorized()));
        yield return ("decision", new RecordDecision(Decided()));
        var leg = decision.Legs.First(l => l.Side == Model);
        var line = Decided().Lines[0];
        yield return ("issuance", new IssueLeg(
            decision.Decision.Id, line.LineId, leg.IssuedOn, [.. line.Of(own).Postings.Select(p => new LegPosting(Seller, p.Vintage, p.Quantity, own))]));
    }

    private IEnumerable<OpenAccount> Accounts() => SampleFacts.Accounts().Where(a => a.Number!.Value.Party == Model).Select(a => own == Model ? a : a with
    {
        Number = new AccountNumber(own, a.Number!.Value.Number),
        Holder = new AccountHolder($"Invented holder {a.Number.Value.Number} of {own}"),
    });

    private Authorization Authorized() => SampleFacts.Authorizations().Select(a => a.Authorization).First(a => a.AuthorizingParty == Model && a.Projects.Contains(decision.Decision.Lines[0].Project)) with
    {
        AuthorizingParty = own, AuthorizedParties = [partner], TrackingRegistry = new PartyRegistryId($"{own}01"),
    };

    private JcDecision Decided() => decision.Decision with
    {
        Registry = new BilateralRegistryId(own, partner),
        Lines = [.. decision.Decision.Lines.Select(line => line with { Sides = [.. line.Sides.Select(side => side with { Party = side.Party == Model ? own : partner })] })],
    };
}
