using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Grains.Registries;

/// <summary>Reads the command of a request.</summary>
internal static class CommandText
{
    /// <summary>The command, or what is wrong with the request.</summary>
    public static LedgerCommand? Read(CommandRequest request, out Problem? malformed)
    {
        malformed = null;
        if (request.IdempotencyKey.Length is 0 or > CommandAnswer.KeyLengthMax)
        {
            malformed = NodeProblems.KeyUnclear(request.IdempotencyKey.Length, CommandAnswer.KeyLengthMax);
            return null;
        }

        if (WireJson.TryRead<LedgerCommand>(request.Body, JsonBounds.Wire, out var command, out var fault)) return command;
        malformed = NodeProblems.Malformed(fault!);
        return null;
    }
}
