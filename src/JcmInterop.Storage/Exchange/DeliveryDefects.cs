using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Exchange;

/// <summary>Uses of the outbox that only a defect can lead to, worded alike in every store.</summary>
internal static class DeliveryDefects
{
    public static InvalidOperationException NotWaiting(BilateralRegistryId registry, long sequence) =>
        new($"There is no message {sequence} of {registry} waiting for delivery.");
}
