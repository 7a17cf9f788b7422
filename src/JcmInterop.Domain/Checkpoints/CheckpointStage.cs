namespace JcmInterop.Domain.Checkpoints;

/// <summary>How far a checkpoint of a journal has come.</summary>
public enum CheckpointStage
{
    /// <summary>Signed by the side whose journal it is.</summary>
    Stated,

    /// <summary>Cosigned by the other side too, as the witness.</summary>
    Witnessed,
}
