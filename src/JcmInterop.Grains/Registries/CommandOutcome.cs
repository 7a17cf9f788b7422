using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>What became of one command.</summary>
/// <param name="Command">Its kind.</param>
/// <param name="Refusal">The rule that refused it; nothing where it was accepted.</param>
/// <param name="LastPosition">Position of the last journal row before its own.</param>
/// <param name="Events">Its journal entries.</param>
/// <param name="Messages">What it tells the partner.</param>
internal sealed record CommandOutcome(
    string Command, Refusal? Refusal, long LastPosition, IReadOnlyList<JournalEntry> Events, ImmutableArray<PartnerMessage> Messages);
