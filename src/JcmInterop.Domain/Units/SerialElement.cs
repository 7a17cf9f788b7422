namespace JcmInterop.Domain.Units;

/// <summary>One element of a printed serial number, in the order a registry prints them.</summary>
/// <param name="Kind">What the element says.</param>
/// <param name="Literal">The fixed text, for <see cref="SerialElementKind.Literal"/> only.</param>
public sealed record SerialElement(SerialElementKind Kind, string? Literal = null);
