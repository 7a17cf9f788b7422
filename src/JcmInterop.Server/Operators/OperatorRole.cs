namespace JcmInterop.Server.Operators;

/// <summary>What a person may do at a node. Each role may do what the ones before it may.</summary>
public enum OperatorRole
{
    /// <summary>May read.</summary>
    Viewer = 0,

    /// <summary>May give commands.</summary>
    Operator = 1,

    /// <summary>May also read the audit trail and take up parked deliveries.</summary>
    Administrator = 2,
}
