using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>Ids that follow from the seed, so that two runs of one seed differ in time and keys only.</summary>
internal sealed class DemoIds(int seed)
{
    /// <summary>The id of a transfer by its name in the scenario.</summary>
    public TransferId Transfer(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed.ToString(CultureInfo.InvariantCulture)}/{name}")).AsSpan(0, 16);
        // Version 8, RFC 9562 section 5.8: made by the application itself.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new TransferId(new Guid(bytes, bigEndian: true));
    }
}
