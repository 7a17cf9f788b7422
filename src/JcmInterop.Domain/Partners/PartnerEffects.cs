using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Partners;

/// <summary>What events about the two nodes do to the state.</summary>
internal static class PartnerEffects
{
    public static LedgerState Apply(LedgerState state, HelloTold e) => state.Put(new Announcement(e.Party, e.Hello, e.At));

    public static LedgerState Apply(LedgerState state, KeyPinned e) => state.Put(e.Key);

    public static LedgerState Apply(LedgerState state, KeyEnded e) => state.Put(e.Key);
}
