using Orleans.Concurrency;

namespace JcmInterop.Grains.Links;

/// <summary>Delivers the outbox of one bilateral registry to the partner, in order; its key is the registry's id.</summary>
public interface IPartnerLinkGrain : IGrainWithStringKey
{
    /// <summary>Told right after a commit that wrote messages.</summary>
    [OneWay]
    Task Wake();

    /// <summary>Told after every step that took in a genuine message of the partner: what waits for its next attempt is sent at once.</summary>
    [OneWay]
    Task PartnerIsBack();

    /// <summary>Takes up delivery where it was left; called at start-up.</summary>
    Task Start();

    /// <summary>Resumes a parked delivery at once, by a person's decision.</summary>
    Task Retry();

    /// <summary>Whether the two nodes have met since this one started: their clocks agree, and each has what the other holds of it.</summary>
    Task<bool> HasMet();

    /// <summary>How the link stands.</summary>
    Task<PartnerLinkStatus> Status();
}
