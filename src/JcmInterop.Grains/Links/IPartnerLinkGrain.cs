using Orleans.Concurrency;

namespace JcmInterop.Grains.Links;

/// <summary>Delivers the outbox of one bilateral registry to the partner, in order; its key is the registry's id.</summary>
public interface IPartnerLinkGrain : IGrainWithStringKey
{
    /// <summary>Told right after a commit that wrote messages.</summary>
    [OneWay]
    Task Wake();

    /// <summary>Takes up delivery where it was left; called at start-up.</summary>
    Task Start();

    /// <summary>Resumes a parked delivery at once, by a person's decision.</summary>
    Task Retry();

    /// <summary>How the link stands.</summary>
    Task<PartnerLinkStatus> Status();
}
