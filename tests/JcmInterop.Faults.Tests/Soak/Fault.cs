namespace JcmInterop.Faults.Tests.Soak;

/// <summary>What befalls a node. Thailand's node has three silos, Japan's one.</summary>
internal enum Fault
{
    /// <summary>The silo of three that writes the registry gets SIGKILL.</summary>
    SiloKilled,

    /// <summary>The database server of both nodes gets SIGKILL and is started again.</summary>
    DatabaseKilled,

    /// <summary>One silo is stopped until the others have declared it dead, and goes on.</summary>
    SiloPaused,

    /// <summary>One silo reaches the database and its clients, but no other silo, until one of them is declared dead.</summary>
    SilosCut,

    /// <summary>The two nodes do not reach each other.</summary>
    NodesCut,

    /// <summary>The disk of the database has no room.</summary>
    DiskFull,

    /// <summary>One silo is asked to stop and is started again.</summary>
    SiloRestarted,

    /// <summary>The machine of one silo has no network at all.</summary>
    SiloUnplugged,

    /// <summary>Two silos of three get SIGKILL at once.</summary>
    TwoSilosKilled,

    /// <summary>The only silo of the partner gets SIGKILL.</summary>
    PartnerKilled,
}
