using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>A second copy of the assemblies in this process, rewritten so that they count the branches they take.</summary>
internal sealed class CountingCopy : AssemblyLoadContext
{
    private static readonly string[] Counted = ["JcmInterop.Domain", "JcmInterop.Messages"];

    private readonly string folder;

    public CountingCopy(string folder)
        : base("counting")
    {
        this.folder = folder;
        foreach (var name in Counted.Append(TestAssembly)) File.Copy(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), Path.Combine(folder, $"{name}.dll"), overwrite: true);
        foreach (var name in Counted) Fuzzer.Instrument(Path.Combine(folder, $"{name}.dll"), _ => true, Options.Value).Count().ShouldBeGreaterThan(0);
    }

    private static string TestAssembly => typeof(CountingCopy).Assembly.GetName().Name!;

    public (string[] Found, string[] Figures) Run(int seconds) =>
        ((string[] Found, string[] Figures))LoadFromAssemblyName(new AssemblyName(TestAssembly)).GetType(typeof(FuzzLoop).FullName!)!
            .GetMethod(nameof(FuzzLoop.Run), BindingFlags.Static | BindingFlags.Public)!.Invoke(null, [seconds])!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Counted.Append(TestAssembly).Contains(assemblyName.Name, StringComparer.Ordinal) ? LoadFromAssemblyPath(Path.Combine(folder, $"{assemblyName.Name}.dll")) : null;
}
