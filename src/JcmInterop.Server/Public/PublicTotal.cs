using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Public;

/// <summary>Units of one project and vintage by kind of account; says nothing about any single holder.</summary>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="Project">The project.</param>
/// <param name="Vintage">Calendar year of the mitigation.</param>
/// <param name="AccountKind">Kind of the accounts.</param>
/// <param name="Status">Where the units stand.</param>
/// <param name="Tonnes">Number of units.</param>
internal sealed record PublicTotal(string Registry, string Project, int Vintage, string AccountKind, string Status, long Tonnes)
{
    public static async Task<IEnumerable<PublicTotal>> OfAsync(BilateralRegistryId registry, IRegistryStore store, CancellationToken cancellation)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var after = ""; ;)
        {
            var accounts = await store.ReadAccountsAsync(registry, after, IStateReader.PageItemsMax, cancellation);
            foreach (var account in accounts) kinds[account.Number] = account.Columns.Kind;
            if (accounts.Count < IStateReader.PageItemsMax) break;
            after = accounts[^1].Number;
        }

        var totals = await store.TotalsAsync(registry, cancellation);
        return totals
            .GroupBy(t => (t.Project, t.Vintage, Kind: kinds.GetValueOrDefault(t.Account, "Unknown"), t.Status))
            .OrderBy(g => g.Key)
            .Select(g => new PublicTotal(registry.ToString(), g.Key.Project, g.Key.Vintage, g.Key.Kind, g.Key.Status, g.Sum(t => t.Tonnes)));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("registry", Registry);
        json.WriteString("project", Project);
        json.WriteNumber("vintage", Vintage);
        json.WriteString("accountKind", AccountKind);
        json.WriteString("status", Status);
        json.WriteNumber("tonnes", Tonnes);
        json.WriteEndObject();
    }
}
