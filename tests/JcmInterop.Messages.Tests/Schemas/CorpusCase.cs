namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>One content to be decided by the strict reader and by a validator of the schemas.</summary>
/// <param name="Schema">Name of the schema it is held against: a message type, or a kind of signed document.</param>
/// <param name="Change">Where and how it differs from a valid one.</param>
/// <param name="Json">The canonical JSON.</param>
internal sealed record CorpusCase(string Schema, string Change, byte[] Json);
