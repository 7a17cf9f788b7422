using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.Links;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Grains.Tests.World;

/// <summary>Two sides with their links, on one clock; each link delivers to the other side's writer and remembers every answer that was no receipt.</summary>
internal sealed class LinkedPair : IAsyncDisposable
{
    public LinkedPair()
    {
        (Japan, Thailand) = RegistrySide.Pair();
        JapaneseLink = Link(Japan, Thailand);
        ThaiLink = Link(Thailand, Japan);
    }

    public RegistrySide Japan { get; }

    public RegistrySide Thailand { get; }

    public PartnerLink JapaneseLink { get; }

    public PartnerLink ThaiLink { get; }

    /// <summary>Answers that were no receipt.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Delivers until nothing waits on either side.</summary>
    public async Task QuietAsync()
    {
        do
        {
            await JapaneseLink.TurnAsync(TestContext.Current.CancellationToken);
            await ThaiLink.TurnAsync(TestContext.Current.CancellationToken);
        }
        while ((await Japan.Store.OutboxesAsync()).Count + (await Thailand.Store.OutboxesAsync()).Count > 0);
    }

    /// <summary>Lets both nodes tell what they understand.</summary>
    public async Task GreetAsync()
    {
        await Japan.DoAsync(new SayHello());
        await QuietAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Japan.DisposeAsync();
        await Thailand.DisposeAsync();
    }

    private PartnerLink Link(RegistrySide from, RegistrySide to)
    {
        var connection = new ScriptedConnection
        {
            OnTime = () => new PartnerAnswer.Time(to.Time.GetUtcNow()),
            OnMessage = async bytes =>
            {
                var reply = await to.Writer.ReceiveAsync(bytes);
                if (reply.Kind == MessageReplyKind.Receipted) return new PartnerAnswer.Receipt(reply.Receipt);
                Refused.Add(reply.Problem!.English);
                return new PartnerAnswer.Refusal(reply.Problem.Number is >= 9009 and <= 9011 ? 403 : 409, reply.Problem.English, reply.Problem.ExpectedSequence);
            },
            OnHeads = async () => await to.Writer.HeadsAsync() is { } heads
                ? new PartnerAnswer.Heads(new ReportedHeads(new ReportedHead(heads.SentSequence, heads.SentHash), new ReportedHead(heads.ReceivedSequence, heads.ReceivedHash)))
                : new PartnerAnswer.Unreachable("not loaded"),
        };
        return new PartnerLink(from.Configuration, from.Store, from, connection, from.Time, new LinkOptions(), from.Tail, NullLogger.Instance);
    }
}
