using JcmInterop.Messages.Envelope;

namespace JcmInterop.Conformance.Exchange;

/// <summary>A message that the endpoint sent to the kit.</summary>
/// <param name="Message">The message; nothing where it could not be read or is not genuine.</param>
/// <param name="Fault">What is wrong with it or with its place in the chain; nothing where it is right.</param>
internal sealed record Arrival(SignedMessage? Message, string? Fault);
