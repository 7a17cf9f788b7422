namespace JcmInterop.Storage.State;

/// <summary>The kinds of state item that have a table of their own; all others share one table.</summary>
public static class StateKinds
{
    /// <summary>A block of units; its change carries <see cref="UnitBlockColumns"/>.</summary>
    public const string UnitBlock = "block";

    /// <summary>An account; its change carries <see cref="AccountColumns"/>.</summary>
    public const string Account = "account";
}
