using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Recovery;

/// <summary>What a restored side had said of transfers in the messages that come back, and into which accounts its partner accepted.</summary>
internal sealed class OwnWords
{
    private readonly HashSet<TransferId> ended = [];
    private readonly Dictionary<TransferId, int> accepting = [];
    private readonly Dictionary<TransferId, int> refusing = [];
    private readonly Dictionary<TransferId, int> offering = [];
    private readonly Dictionary<TransferId, AccountNumber> accounts = [];

    public OwnWords(IEnumerable<PartnerMessage?> own, IEnumerable<PartnerMessage?> partner)
    {
        foreach (var message in own)
        {
            ended.UnionWith(message switch
            {
                TransferCompletion m => m.Transfers.Select(t => t.Id),
                TransferCancellation m => m.Transfers.Select(t => t.Id),
                _ => [],
            });
            Count(message, 1);
        }

        foreach (var accepted in partner.OfType<TransferAcceptance>().SelectMany(m => m.Transfers)) accounts[accepted.Id] = accepted.AcquiringAccount;
    }

    /// <summary>The account the partner accepted a transfer into; nothing where it did not.</summary>
    public AccountNumber? AcceptedInto(TransferId id) => accounts.TryGetValue(id, out var account) ? account : null;

    public bool WillAccept(TransferId id) => accepting.GetValueOrDefault(id) > 0;

    public bool WillRefuse(TransferId id) => refusing.GetValueOrDefault(id) > 0;

    /// <summary>Whether a message of the partner answers one of this side that has not been taken back yet.</summary>
    public bool BuildsOnOwn(PartnerMessage? message) => message switch
    {
        TransferAcceptance m => m.Transfers.Any(t => offering.GetValueOrDefault(t.Id) > 0),
        TransferRefusal m => m.Transfers.Any(t => offering.GetValueOrDefault(t.Id) > 0),
        TransferCompletion m => m.Transfers.Any(t => accepting.GetValueOrDefault(t.Id) > 0),
        TransferCancellation m => m.Transfers.Any(t => accepting.GetValueOrDefault(t.Id) > 0),
        _ => false,
    };

    /// <summary>A message of this side is taken back now.</summary>
    public void Said(PartnerMessage? message) => Count(message, -1);

    /// <summary>A message of the partner without what this side answered by ending the transfer; nothing where nothing is left.</summary>
    public PartnerMessage? WithoutAnswered(PartnerMessage message)
    {
        if (message is not TransferAcceptance acceptance) return message;
        var left = acceptance.Transfers.RemoveAll(t => ended.Contains(t.Id));
        return left.IsEmpty ? null : new TransferAcceptance(left);
    }

    private void Count(PartnerMessage? message, int by)
    {
        var (counts, ids) = message switch
        {
            TransferAcceptance m => (accepting, m.Transfers.Select(t => t.Id)),
            TransferRefusal m => (refusing, m.Transfers.Select(t => t.Id)),
            TransferProposal m => (offering, m.Transfers.Select(t => t.Id)),
            TransferApproval m => (offering, m.Transfers.Select(t => t.Id)),
            _ => (accepting, []),
        };
        foreach (var id in ids) counts[id] = counts.GetValueOrDefault(id) + by;
    }
}
