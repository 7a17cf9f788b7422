namespace JcmInterop.Messages.Canonical;

/// <summary>A JSON text that came from outside cannot be read; the fault says what and where.</summary>
public sealed class MalformedJsonException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public MalformedJsonException(JsonFault fault)
        : base(fault.ToString()) => Fault = fault;

    /// <summary>What is wrong, and where.</summary>
    public JsonFault Fault { get; }
}
