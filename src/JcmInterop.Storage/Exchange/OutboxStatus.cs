using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Exchange;

/// <summary>What waits to be delivered in one bilateral registry.</summary>
/// <param name="Registry">The registry.</param>
/// <param name="Undelivered">Messages without a receipt of the partner.</param>
/// <param name="OldestRecordedAt">When the oldest of them was recorded.</param>
/// <param name="FirstDelivery">The delivery of the first of them, which all others wait for.</param>
public sealed record OutboxStatus(BilateralRegistryId Registry, long Undelivered, DateTimeOffset OldestRecordedAt, DeliveryState FirstDelivery);
