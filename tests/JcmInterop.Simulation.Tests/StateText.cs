using System.Text;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Json;

namespace JcmInterop.Simulation.Tests;

/// <summary>A state as the text of its items, as the store would write them.</summary>
internal static class StateText
{
    public static IEnumerable<string> Of(LedgerState state) => state.Items().Select(item => Encoding.UTF8.GetString(WireJson.Write<LedgerItem>(item)));
}
