using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using JcmInterop.Benchmarks;
using JcmInterop.Benchmarks.Aef;
using JcmInterop.Benchmarks.Comparison;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Large;
using JcmInterop.Benchmarks.Registries;
using JcmInterop.Benchmarks.Steps;
using JcmInterop.Benchmarks.Wire;

return args switch
{
    ["exchange", .. var rest] => await ExchangeCommand.RunAsync(rest),
    ["wire", .. var rest] => Wire(rest),
    ["compare", .. var rest] => await ComparisonCommand.RunAsync(rest),
    ["registries", .. var rest] => await RegistriesCommand.RunAsync(rest),
    ["partners", .. var rest] => await PartnersCommand.RunAsync(rest),
    ["steps", .. var rest] => await StepCommand.RunAsync(rest),
    ["large", .. var rest] => await LargeCommand.RunAsync(rest),
    ["crypto", var path] => CryptoLibraries.Measure(path),
    ["aef", .. var rest] => await AefCommand.RunAsync(rest),
    _ => Usage.Print(),
};

// In this process, which is optimised in every configuration; a few short runs of each are enough for figures that the machine moves by a third.
static int Wire(string[] arguments)
{
    var configuration = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableOptimizationsValidator);
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(ExchangeCommand).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, configuration);
    return summaries.Any(s => s.HasCriticalValidationErrors) ? 1 : 0;
}
