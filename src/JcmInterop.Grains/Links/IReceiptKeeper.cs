using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;

namespace JcmInterop.Grains.Links;

/// <summary>Where the link hands the receipts it verified: the one writer of the registry, who enters them in the journal.</summary>
internal interface IReceiptKeeper
{
    /// <summary>Keeps receipts, in the order of their messages.</summary>
    /// <returns>Why they could not be kept; nothing when they are.</returns>
    Task<Problem?> KeepAsync(KeptReceipt[] receipts);
}
