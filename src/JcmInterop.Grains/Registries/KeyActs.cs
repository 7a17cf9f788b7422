using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Registries;

/// <summary>What is checked of commands about keys before the ledger decides them: the key itself, and who asks.</summary>
internal static class KeyActs
{
    private const string Administrator = "Administrator";

    /// <summary>Why a command is not taken; nothing for one that may be decided.</summary>
    public static Problem? Unfit(RegistryConfiguration configuration, LedgerCommand command, string role)
    {
        if (command is not (IntroduceKey or WithdrawKey or PinPartnerKey or EndPartnerKey)) return null;
        if (!string.Equals(role, Administrator, StringComparison.Ordinal)) return NodeProblems.NeedsAdministrator(role);
        return command switch
        {
            IntroduceKey c when RegistryKeys.Private(configuration, c.KeyId)?.Public.PublicJwk != c.PublicKey => NodeProblems.NoPrivateKey(c.KeyId),
            PinPartnerKey c when KeyMessages.Read(c.KeyId, c.PublicKey, out var wrong) is null => NodeProblems.KeyUnreadable(c.KeyId, wrong!),
            _ => null,
        };
    }
}
