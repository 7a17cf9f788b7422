namespace JcmInterop.Domain.Accounts;

/// <summary>The kinds of account of a JCM registry.</summary>
/// <remarks>Source: METI/MOE Ordinance No. 1 of 2025, articles 2 and 3 (Japan); other partners follow the JCM common specifications.</remarks>
public enum AccountKind
{
    /// <summary>Government holding account, 政府保有口座.</summary>
    GovernmentHolding,

    /// <summary>Holding account of a corporation, or of an individual who implements a project, 法人等保有口座.</summary>
    EntityHolding,

    /// <summary>Retirement account, 無効化口座: units used towards the country's NDC. Nothing leaves it.</summary>
    Retirement,

    /// <summary>Cancellation account, 取消口座: units taken out of circulation for any purpose but the NDC. Nothing leaves it.</summary>
    Cancellation,

    /// <summary>Another government account needed to run the register, for example units set aside for a partner until its transfer is approved.</summary>
    GovernmentOther,

    /// <summary>Account for units given to the Adaptation Fund; what enters it is first transferred, and may be sold from there.</summary>
    AdaptationFund,
}
