using System.Text;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>Makes inputs from earlier ones: bytes changed, taken out, doubled and moved, numbers at their limits, words of the formats, and pieces of other inputs.</summary>
internal sealed class Mutator(int seed)
{
    private const int LengthMax = 64 * 1024;
    private const int ChangesMax = 6;

    private static readonly byte[][] Words = [.. new[]
    {
        "null", "true", "{}", "[]", "\"\"", "0", "-0", "1", "-1", "1e400", "0.1", "999999999999", "1000000000000", "999999999999999", "9223372036854775807", "9223372036854775808",
        "\\ud800", "\\u0000", "\\uffff", "\u00e9", "\U0001f600", "e\u0301", "[[[[[[[[", "{\"a\":", "2026-01-02T03:04:05.678Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
        "0001-01-01", "9999-12-31", "JPN", "THA", "XXX", "JPN-1-76", "JPN-THA", "THA-JPN", "transfer-proposal", "transfer-completion", "payload", "signatures", "protected", "alg", "none", "kid", "jwk",
    }.Select(Encoding.UTF8.GetBytes)];

    private readonly Random random = new(seed);

    public byte[] Next(IReadOnlyList<byte[]> corpus)
    {
        List<byte> input = [.. corpus[random.Next(corpus.Count)]];
        for (var changes = 1 + random.Next(ChangesMax); changes > 0; changes--) Change(input, corpus[random.Next(corpus.Count)]);
        return [.. input.Take(LengthMax)];
    }

    private void Change(List<byte> input, byte[] other)
    {
        var at = random.Next(input.Count + 1);
        var count = Math.Min(input.Count - at, 1 + random.Next(random.Next(4) == 0 ? 64 : 4));
        switch (random.Next(8))
        {
            case 0 when at < input.Count: input[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < input.Count: input[at] = (byte)random.Next(256); break;
            case 2: input.RemoveRange(at, count); break;
            case 3: input.InsertRange(at, input.GetRange(at, count)); break;
            case 4: input.InsertRange(at, Words[random.Next(Words.Length)]); break;
            case 5: Replace(input, at, Words[random.Next(Words.Length)]); break;
            case 6 when other.Length > 0: input.InsertRange(at, other.Skip(random.Next(other.Length)).Take(1 + random.Next(200))); break;
            default: Value(input, at); break;
        }
    }

    /// <summary>Puts a word in the place of the JSON value that begins behind the next colon.</summary>
    private void Value(List<byte> input, int at)
    {
        var colon = input.IndexOf((byte)':', Math.Min(at, Math.Max(0, input.Count - 1)), Math.Max(0, input.Count - at));
        if (colon >= 0) Replace(input, colon + 1, Words[random.Next(Words.Length)]);
    }

    private static void Replace(List<byte> input, int at, byte[] word)
    {
        var end = at;
        while (end < input.Count && input[end] is not ((byte)',' or (byte)'}' or (byte)']')) end++;
        input.RemoveRange(at, end - at);
        input.InsertRange(at, word);
    }
}
