using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;

namespace JcmInterop.Grains.Tests.Links;

/// <summary>A partner that answers as a test says, and remembers what it was sent.</summary>
internal sealed class ScriptedConnection : IPartnerConnection
{
    public Func<ReadOnlyMemory<byte>, Task<PartnerAnswer>> OnMessage { get; set; } = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("not scripted"));

    public Func<PartnerAnswer> OnTime { get; set; } = () => new PartnerAnswer.Unreachable("not scripted");

    public Func<Task<PartnerAnswer>> OnHeads { get; set; } = () => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Refusal(404, "not scripted", null));

    public List<ReadOnlyMemory<byte>> Sent { get; } = [];

    public int TimesAsked { get; private set; }

    public Task<PartnerAnswer> SendAsync(RegistryConfiguration registry, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        Sent.Add(message);
        return OnMessage(message);
    }

    public Task<PartnerAnswer> AskHeadsAsync(RegistryConfiguration registry, CancellationToken cancellation) => OnHeads();

    public Task<PartnerAnswer> AskTimeAsync(RegistryConfiguration registry, CancellationToken cancellation)
    {
        TimesAsked++;
        return Task.FromResult(OnTime());
    }
}
