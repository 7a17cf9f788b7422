namespace JcmInterop.Server.Operators;

/// <summary>One token.</summary>
/// <param name="Person">Who has it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Sha256">SHA-256 over the token's characters, 64 hexadecimal digits.</param>
internal sealed record TokenEntry(string Person, string Role, string Sha256);
