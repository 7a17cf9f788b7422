using System.Diagnostics.CodeAnalysis;

namespace JcmInterop.Storage.Exchange;

/// <summary>Bounds the texts kept with a delivery.</summary>
internal static class DeliveryText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text) => text is { Length: > DeliveryState.TextLengthMax } ? text[..DeliveryState.TextLengthMax] : text;
}
