namespace JcmInterop.Server.Operators;

/// <summary>The file of those who may use the operator interface; it holds hashes, never tokens.</summary>
/// <param name="Tokens">One entry for each token.</param>
internal sealed record TokenFile(IReadOnlyList<TokenEntry> Tokens);
