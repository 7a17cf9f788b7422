using BenchmarkDotNet.Running;
using JcmInterop.Benchmarks.Aef;
using JcmInterop.Benchmarks.Exchange;

return args switch
{
    ["exchange", .. var rest] => await ExchangeCommand.RunAsync(rest),
    ["wire", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(ExchangeCommand).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest).Any(s => s.HasCriticalValidationErrors) ? 1 : 0,
    ["aef", .. var rest] => await AefCommand.RunAsync(rest),
    _ => ExchangeCommand.Usage(),
};
