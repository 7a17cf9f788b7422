namespace JcmInterop.Server.Configuration;

/// <summary>A serial layout, as the configuration says it.</summary>
/// <param name="Name">Name shown to administrators.</param>
/// <param name="Separator">Text between two elements.</param>
/// <param name="Elements">Elements in printed order: <c>issuing-party</c>, <c>counterpart</c>, <c>project-reference</c>, <c>vintage</c>, <c>number</c>,
/// or a literal such as <c>=JCM</c>.</param>
public sealed record SerialProfileOptions(string Name, string Separator, IReadOnlyList<string> Elements);
