namespace JcmInterop.Domain.Authorizations;

/// <summary>How the terms of an authorization are named for people, in English and in Japanese.</summary>
public static class AuthorizationNames
{
    /// <summary>The uses in English, joined by <c>"; "</c>.</summary>
    public static string English(this AuthorizedUses uses) => Joined(uses, "; ", one => one switch
    {
        AuthorizedUses.Ndc => "use towards an NDC",
        AuthorizedUses.InternationalMitigation => "international mitigation purposes",
        AuthorizedUses.OtherPurposes => "other purposes",
        _ => "no use",
    });

    /// <summary>The uses in Japanese, joined by <c>、</c>.</summary>
    public static string Japanese(this AuthorizedUses uses) => Joined(uses, "、", one => one switch
    {
        AuthorizedUses.Ndc => "NDCへの活用",
        AuthorizedUses.InternationalMitigation => "国際的な緩和目的",
        AuthorizedUses.OtherPurposes => "その他の目的",
        _ => "用途なし",
    });

    /// <summary>The event in English.</summary>
    public static string English(this FirstTransferDefinition definition) => definition switch
    {
        FirstTransferDefinition.Authorization => "authorization",
        FirstTransferDefinition.Issuance => "issuance",
        FirstTransferDefinition.UseOrCancellation => "use or cancellation",
        _ => throw new InvalidOperationException("Unknown definition of first transfer."),
    };

    /// <summary>The event in Japanese.</summary>
    public static string Japanese(this FirstTransferDefinition definition) => definition switch
    {
        FirstTransferDefinition.Authorization => "承認時",
        FirstTransferDefinition.Issuance => "発行時",
        FirstTransferDefinition.UseOrCancellation => "使用又は取消し時",
        _ => throw new InvalidOperationException("Unknown definition of first transfer."),
    };

    private static string Joined(AuthorizedUses uses, string separator, Func<AuthorizedUses, string> name) => uses == AuthorizedUses.None
        ? name(uses)
        : string.Join(separator, new[] { AuthorizedUses.Ndc, AuthorizedUses.InternationalMitigation, AuthorizedUses.OtherPurposes }.Where(one => uses.HasFlag(one)).Select(name));
}
