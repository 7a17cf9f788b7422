using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Grains.Registries;

/// <summary>Reads the commands of a request.</summary>
internal static class CommandText
{
    /// <summary>The command, or those of a batch in their order; nothing where something is wrong with the request.</summary>
    public static IReadOnlyList<LedgerCommand>? Read(CommandRequest request, out Problem? malformed)
    {
        malformed = null;
        if (request.IdempotencyKey.Length is 0 or > CommandAnswer.KeyLengthMax)
        {
            malformed = NodeProblems.KeyUnclear(request.IdempotencyKey.Length, CommandAnswer.KeyLengthMax);
            return null;
        }

        if (request.IsBatch) return CommandBatchText.Read(request.Body, out malformed);
        if (WireJson.TryRead<LedgerCommand>(request.Body, JsonBounds.Wire, out var command, out var fault)) return [command!];
        malformed = NodeProblems.Malformed(fault!);
        return null;
    }
}
