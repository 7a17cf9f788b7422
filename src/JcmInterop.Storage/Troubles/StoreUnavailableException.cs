namespace JcmInterop.Storage.Troubles;

/// <summary>The store of a node cannot be opened, or failed while in use. Nothing is half-done: a commit that met this was not kept,
/// or, where the connection to a database server broke on the way, was kept as a whole; loading again tells which.</summary>
/// <remarks>One subclass per cause. The message is English; both languages, the place and the remedy are properties.</remarks>
public abstract class StoreUnavailableException : Exception
{
    private protected StoreUnavailableException(StoreTrouble trouble, Exception? cause)
        : base($"{trouble.English} ({trouble.Place}). {trouble.RemedyEnglish}", cause) => Trouble = trouble;

    /// <summary>What happened, where, and what to do.</summary>
    public StoreTrouble Trouble { get; }
}
