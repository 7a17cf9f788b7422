namespace JcmInterop.Storage.Exchange;

/// <summary>A message to the partner and what has become of its delivery.</summary>
/// <param name="Message">The message.</param>
/// <param name="Delivery">Its delivery.</param>
public sealed record SentMessage(OutgoingMessage Message, DeliveryState Delivery);
