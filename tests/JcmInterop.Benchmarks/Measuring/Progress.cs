using System.Diagnostics;
using System.Globalization;

namespace JcmInterop.Benchmarks.Measuring;

/// <summary>Tells on the error output what is being done, beside the figures on the other.</summary>
internal static class Progress
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>Tells that something has begun, and again and again that it is going on.</summary>
    public static async Task OfAsync(string what, Task work)
    {
        var began = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(what);
        while (await Task.WhenAny(work, Task.Delay(Every, TimeProvider.System)) != work)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        await work;
    }

    /// <inheritdoc cref="OfAsync(string, Task)"/>
    public static async Task<T> OfAsync<T>(string what, Task<T> work)
    {
        await OfAsync(what, (Task)work);
        return await work;
    }
}
