namespace JcmInterop.Conformance.Exchange;

/// <summary>The endpoint takes no further message at any place the chain can be at; the cases that follow cannot be played.</summary>
internal sealed class ChainLostException(string message) : Exception(message);
