using System.Text.Json;
using JcmInterop.Cli.Operators;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>The administrator of one side of one bilateral registry, who acts through the operator API only.</summary>
internal sealed class RegistrySide(PartyCode party, BilateralRegistryId registry, OperatorClient client, Retrying retrying, CancellationToken cancellation)
{
    public PartyCode Party => party;

    public BilateralRegistryId Registry => registry;

    /// <summary>Asks for a command, any number of times under the same key, until the node answers.</summary>
    public Task<OperatorAnswer> AskAsync(LedgerCommand command, string purpose) => retrying.UntilAsync(
        $"{party} in {registry}: {purpose}",
        async () => (OperatorAnswer?)await client.ExecuteAsync(registry, command, OperatorClient.KeyOf(purpose, command), isDryRun: false, cancellation),
        cancellation);

    /// <summary>Asks for a command that must be carried out.</summary>
    /// <exception cref="UnexpectedAnswer">It was refused.</exception>
    public async Task DoAsync(LedgerCommand command, string purpose)
    {
        if (await AskAsync(command, purpose) is CommandRefused refused)
        {
            throw new UnexpectedAnswer(
                $"{party} in {registry}, {purpose}: refused by rule {refused.Rule}: {refused.English}",
                $"{party}（{registry}）{purpose}：規則 {refused.Rule} により拒否されました。{refused.Japanese}");
        }
    }

    /// <summary>Asks for a command that must be refused.</summary>
    /// <exception cref="UnexpectedAnswer">It was carried out.</exception>
    public async Task<CommandRefused> RefusedAsync(LedgerCommand command, string purpose) => await AskAsync(command, purpose) as CommandRefused
        ?? throw new UnexpectedAnswer($"{party} in {registry}, {purpose}: carried out although a rule forbids it.", $"{party}（{registry}）{purpose}：規則に反して実行されました。");

    /// <summary>Waits until this side knows a transfer in one of some states.</summary>
    public async Task<TransferState> StateOfAsync(TransferId transfer, params TransferState[] states) => Enum.Parse<TransferState>(await retrying.UntilAsync(
        $"{party} in {registry}: transfer {transfer} {string.Join(" or ", states)}",
        async () => await client.FindAsync($"operator/v1/registries/{registry}/transfers/{transfer}", cancellation) is { } found
            ? states.Select(s => s.ToString()).FirstOrDefault(s => string.Equals(s, found.GetProperty("transfer").GetProperty("state").GetString(), StringComparison.OrdinalIgnoreCase))
            : null,
        cancellation));

    /// <summary>Waits until every message of this side has its receipt.</summary>
    public Task<object> SettledAsync() => retrying.UntilAsync(
        $"{party} in {registry}: receipts for all messages",
        async () => await client.FindAsync($"operator/v1/registries/{registry}/state", cancellation) is { } found && IsSettled(found) ? new object() : null,
        cancellation);

    /// <summary>Asks this side's node to deliver now instead of at its next attempt, because the partner's node is back.</summary>
    public async Task HurryAsync()
    {
        try
        {
            await client.RetryDeliveryAsync(registry, cancellation);
        }
        catch (HttpRequestException)
        {
            // This node is away too; it delivers as soon as it is back.
        }
        catch (OperationCanceledException)
        {
            // The demonstration ends.
        }
    }

    private static bool IsSettled(JsonElement found) => found.GetProperty("undelivered").GetInt64() == 0;
}
