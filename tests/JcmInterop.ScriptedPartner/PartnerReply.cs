using System.Text;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using Microsoft.AspNetCore.Http;

namespace JcmInterop.ScriptedPartner;

/// <summary>How a scripted partner answers one message.</summary>
/// <param name="Name">The answer in words.</param>
/// <param name="AnswerAsync">Gives the answer; told the message, the time and the partner's key.</param>
/// <param name="IsStored">Whether the partner counts the message as received.</param>
internal sealed record PartnerReply(string Name, Func<HttpResponse, SignedMessage, DateTimeOffset, SigningKey, Task> AnswerAsync, bool IsStored = false)
{
    private const string SignedType = "application/jose+json";
    private const int HugeBytes = 1024 * 1024;
    private const int Redirect = StatusCodes.Status307TemporaryRedirect;

    /// <summary>The receipt, as it should be.</summary>
    public static PartnerReply Receipt { get; } = new("a receipt", (response, message, now, key) => SignedAsync(response, JcmInterop.Messages.Receipts.Receipt.For(message, now), key), IsStored: true);

    /// <summary>A receipt over another hash.</summary>
    public static PartnerReply ReceiptForAnother { get; } = new(
        "a receipt for another message", (response, message, now, key) => SignedAsync(response, JcmInterop.Messages.Receipts.Receipt.For(message, now) with { MessageHash = Digest.Of("another"u8) }, key));

    /// <summary>Bytes that are no document at all.</summary>
    public static PartnerReply Garbage { get; } = new("garbage", (response, _, _, _) => BytesAsync(response, StatusCodes.Status200OK, [0xFF, 0x00, 0x7B, 0x22]));

    /// <summary>A status of success and nothing else.</summary>
    public static PartnerReply Empty { get; } = new("an empty body", (response, _, _, _) => BytesAsync(response, StatusCodes.Status200OK, []));

    /// <summary>A receipt-like body far larger than any receipt.</summary>
    public static PartnerReply Huge { get; } = new("a huge body", (response, _, _, _) => BytesAsync(response, StatusCodes.Status200OK, new byte[HugeBytes]));

    /// <summary>The connection ends in the middle of the answer.</summary>
    public static PartnerReply BrokenOff { get; } = new("half an answer", async (response, _, _, _) =>
    {
        response.ContentLength = HugeBytes;
        await response.Body.WriteAsync(Encoding.ASCII.GetBytes("{\"payload\":\""));
        await response.Body.FlushAsync();
        response.HttpContext.Abort();
    });

    /// <summary>Another address.</summary>
    public static PartnerReply RedirectTo(Uri elsewhere) => new("a redirect", (response, _, _, _) =>
    {
        response.Headers.Location = elsewhere.ToString();
        return BytesAsync(response, Redirect, []);
    });

    /// <summary>A receipt by a key that is not the partner's.</summary>
    public static PartnerReply ReceiptBy(SigningKey stranger) => new(
        "a receipt by a strange key", (response, message, now, _) => SignedAsync(response, JcmInterop.Messages.Receipts.Receipt.For(message, now), stranger));

    /// <summary>A status without a receipt.</summary>
    public static PartnerReply Status(int status) => new($"{status}", (response, _, _, _) => BytesAsync(response, status, []));

    /// <summary>That an earlier message is expected.</summary>
    public static PartnerReply ExpectedSequence(long sequence) => new($"409, expects {sequence}", (response, _, _, _) =>
        BytesAsync(response, StatusCodes.Status409Conflict, Encoding.ASCII.GetBytes($$"""{"rule":1,"detail":"restored from a backup","expectedSequence":{{sequence}}}""")));

    private static Task SignedAsync(HttpResponse response, Receipt receipt, SigningKey key) =>
        BytesAsync(response, StatusCodes.Status200OK, ReceiptExchange.Sign(receipt, key).Bytes.ToArray());

    private static async Task BytesAsync(HttpResponse response, int status, byte[] bytes)
    {
        response.StatusCode = status;
        response.ContentType = SignedType;
        await response.Body.WriteAsync(bytes);
    }
}
