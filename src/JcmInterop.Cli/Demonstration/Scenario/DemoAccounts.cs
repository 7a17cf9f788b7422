using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>The invented accounts of the sample facts, by what they are for.</summary>
internal sealed class DemoAccounts
{
    private const long FirstNumberForEntities = 201;

    private readonly ILookup<PartyCode, OpenAccount> byParty = SampleFacts.Accounts().ToLookup(a => a.Number!.Value.Party);

    /// <summary>The commands that open the accounts of a Party.</summary>
    public IEnumerable<OpenAccount> Of(PartyCode party) => byParty[party];

    /// <summary>The commands that open accounts for the entities a Party authorizes and that have none there: table 5 of its filing names them.</summary>
    public IEnumerable<OpenAccount> OfAuthorizedEntities(PartyCode party)
    {
        var present = Of(party).Select(a => a.Holder.IdentificationNumber).ToHashSet();
        var entities = SampleFacts.Authorizations().Where(a => a.Authorization.AuthorizingParty == party).SelectMany(a => a.Authorization.AuthorizedEntities).Distinct(StringComparer.Ordinal);
        return entities.Where(entity => !present.Contains(entity)).Select((entity, i) =>
        {
            var known = byParty.SelectMany(accounts => accounts).First(a => a.Holder.IdentificationNumber == entity);
            return known with { Number = new AccountNumber(party, FirstNumberForEntities + i) };
        });
    }

    /// <summary>The first account of a Party of one kind.</summary>
    public AccountNumber First(PartyCode party, AccountKind kind) => byParty[party].First(a => a.Kind == kind).Number!.Value;
}
