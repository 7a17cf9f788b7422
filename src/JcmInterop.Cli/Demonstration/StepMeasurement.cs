namespace JcmInterop.Cli.Demonstration;

/// <summary>How long one step took.</summary>
/// <param name="Step">The step, in English.</param>
/// <param name="Seconds">Seconds.</param>
internal sealed record StepMeasurement(string Step, double Seconds);
