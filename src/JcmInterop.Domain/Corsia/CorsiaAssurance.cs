namespace JcmInterop.Domain.Corsia;

/// <summary>What secures that the host country counts the tonne once.</summary>
public abstract record CorsiaAssurance;
