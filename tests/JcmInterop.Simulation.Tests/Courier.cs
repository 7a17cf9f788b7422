using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Faults;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Simulation.Tests;

/// <summary>The product's link of one node, over a network that answers when the history says so. Everything runs on the thread of the history.</summary>
internal sealed class Courier(Node node, Network network) : IPartnerConnection
{
    private const int Forbidden = 403;
    private const int Conflict = 409;

    // Waits so short that chance has no part in them.
    private static readonly LinkOptions Options = new() { BackOffFirst = TimeSpan.FromMilliseconds(1), BackOffMax = TimeSpan.FromMilliseconds(2) };

    private (long Exchange, TaskCompletionSource<PartnerAnswer> Answer)? waiting;
    private PartnerLink? link;
    private Task<TimeSpan>? turn;

    /// <summary>Why nothing may be sent at present; nothing when it may.</summary>
    public Problem? Hold => link?.Hold;

    /// <summary>What went wrong last; nothing after a success.</summary>
    public string? Error => link?.State.LastError;

    public static PartnerAnswer AnswerOf(MessageReply reply) => reply.Kind switch
    {
        MessageReplyKind.Receipted => new PartnerAnswer.Receipt(reply.Receipt),
        MessageReplyKind.Faulty => new PartnerAnswer.Refusal(Conflict, reply.Problem!.English, reply.Problem.ExpectedSequence),
        _ => new PartnerAnswer.Unreachable(reply.Problem!.English),
    };

    public static PartnerAnswer.Refusal RefusalOf(WireFault fault) =>
        new(fault.Kind == WireFaultKind.KeyOutOfValidity ? Forbidden : Conflict, fault.English, fault.ExpectedSequence);

    public void Start() => link = new PartnerLink(node.Configuration, node.Disk.Store, node, this, node.Clock, Options, node.Tail, NullLogger.Instance);

    /// <summary>Lets the link do what it can, unless it waits for an answer.</summary>
    public void Turn()
    {
        if (!node.IsUp || turn is { IsCompleted: false }) return;
        var started = link!.TurnAsync(CancellationToken.None);
        turn = node.IsUp ? started : null;
        Look();
    }

    /// <summary>A person takes up a delivery that was parked.</summary>
    public void Retry()
    {
        if (node.IsUp && link!.State.Parked is not null && turn is not { IsCompleted: false }) link.RetryAsync().GetAwaiter().GetResult();
    }

    public void Answered(Parcel.Reply reply)
    {
        if (waiting is not { } open || open.Exchange != reply.Exchange) return;
        waiting = null;
        open.Answer.SetResult(reply.Answer);
        Look();
    }

    /// <summary>The link gives up waiting; the request may still arrive.</summary>
    public void TimeOut()
    {
        if (waiting is not { } open) return;
        node.Count("TimeOut");
        Answered(new Parcel.Reply(node.IsJapan, open.Exchange, new PartnerAnswer.Unreachable("No answer in time.")));
    }

    /// <summary>The process is gone, and with it whoever waited.</summary>
    public void Drop() => (waiting, turn, link) = (null, null, null);

    public Task<PartnerAnswer> SendAsync(RegistryConfiguration registry, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (node.Stops(CrashPoint.BeforeSend)) return new TaskCompletionSource<PartnerAnswer>().Task;
        var answer = Request(message);
        return node.Stops(CrashPoint.AfterSend) ? new TaskCompletionSource<PartnerAnswer>().Task : answer;
    }

    public Task<PartnerAnswer> AskTimeAsync(RegistryConfiguration registry, CancellationToken cancellation) => Request(null);

    private Task<PartnerAnswer> Request(ReadOnlyMemory<byte>? bytes)
    {
        if (network.IsBroken) return Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("The network is down."));
        var answer = new TaskCompletionSource<PartnerAnswer>();
        waiting = (network.NextExchange(), answer);
        network.Send(new Parcel.Request(!node.IsJapan, waiting.Value.Exchange, bytes));
        return answer.Task;
    }

    /// <summary>Sees whether the link came to an end it must not come to.</summary>
    public void Look()
    {
        if (turn?.Exception?.InnerException is not { } error) return;
        turn = null;
        node.Alarms.Add($"The link of {node.Party} broke: {error.Message}");
    }
}
