namespace JcmInterop.Grains.Configuration;

/// <summary>Gives every message an id of its own.</summary>
public interface IMessageIds
{
    /// <summary>A UUID of version 7 never given before.</summary>
    Guid Next();
}
