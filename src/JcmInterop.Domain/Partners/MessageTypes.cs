using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Partners;

/// <summary>The message types by name: those every partner understands, and those that must be announced first.</summary>
public static class MessageTypes
{
    private static readonly ImmutableDictionary<Type, string> Names = typeof(PartnerMessage)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToImmutableDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>Types of the 1.0 base set: a sender may send them without an announcement. The set never grows.</summary>
    public static ImmutableSortedSet<string> Base { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "authorization-notice",
        "decision-notice",
        "disposal-notice",
        "leg-notice",
        "revocation-notice",
        "test",
        "transfer-acceptance",
        "transfer-approval",
        "transfer-cancellation",
        "transfer-completion",
        "transfer-proposal",
        "transfer-refusal");

    /// <summary>The types this version understands, in order.</summary>
    public static ImmutableArray<string> Understood { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    /// <summary>The name of a type of message.</summary>
    public static string NameOf<TMessage>()
        where TMessage : PartnerMessage => Names[typeof(TMessage)];

    /// <summary>The name of a message's type.</summary>
    public static string NameOf(PartnerMessage message) => Names[message.GetType()];

    /// <summary>Whether a partner that has announced these types may be sent a type. Hello itself is always sent: a partner that does not know it says so.</summary>
    /// <param name="type">The type.</param>
    /// <param name="announced">What the partner last announced; nothing where it never did.</param>
    public static bool MaySend(string type, ImmutableArray<string>? announced) =>
        Base.Contains(type) || type == "hello" || (announced is { } types && types.Contains(type, StringComparer.Ordinal));
}
