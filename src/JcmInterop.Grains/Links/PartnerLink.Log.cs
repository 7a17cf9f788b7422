using JcmInterop.Domain.Parties;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Grains.Links;

/// <content>What a link logs.</content>
internal sealed partial class PartnerLink
{
    [LoggerMessage(21, LogLevel.Warning, "{Registry}: attempt {Attempt} to deliver message {Sequence} failed, next in {Wait}: {Error}")]
    private partial void LogAttemptFailed(BilateralRegistryId registry, long sequence, int attempt, TimeSpan wait, string error);

    [LoggerMessage(22, LogLevel.Error, "{Registry}: the partner refused message {Sequence} with status {Status}; delivery waits for a person: {Text}")]
    private partial void LogParked(BilateralRegistryId registry, long sequence, int status, string text);

    [LoggerMessage(23, LogLevel.Error, "{Registry}: nothing is sent: {Problem}")]
    private partial void LogParkedLink(BilateralRegistryId registry, string problem);

    [LoggerMessage(24, LogLevel.Warning, "{Registry}: the partner lost messages; sending {First} to {Final} again")]
    private partial void LogSendingAgain(BilateralRegistryId registry, long first, long final);

    [LoggerMessage(25, LogLevel.Error, "{Registry}: the partner recorded message {Sequence} but refused its content by rule {Rule}: {Refusal}")]
    private partial void LogRefusedContent(BilateralRegistryId registry, long sequence, int rule, string refusal);

    [LoggerMessage(28, LogLevel.Warning, "{Registry}: message {Sequence} was signed with a key the partner no longer trusts; it is sent with the signature of {KeyId}")]
    private partial void LogSignedAgain(BilateralRegistryId registry, long sequence, string keyId);
}
