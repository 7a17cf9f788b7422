using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Reads the serials of rows, so that rows of several files can be laid over one another.</summary>
/// <param name="areSerialsOnly">Whether some of the files name units by serial number alone; the originating registry is then left out of all keys.</param>
internal sealed class AefBlockReader(bool areSerialsOnly)
{
    private readonly Dictionary<(string, string, string, string), string> keys = [];
    private readonly Dictionary<ItmoId, ItmoId> identifiers = [];

    /// <summary>Whether rows name units by serial number alone.</summary>
    public static bool UsesSerialsOnly(IEnumerable<AefRecord> rows) => rows.Any(r => r["FirstID"].Kind == AefCellKind.Integer);

    public AefBlock Of(AefRecord record) => Of(record, isOwn: true);

    public AefBlock Of(AefRecord record, bool isOwn)
    {
        var (id, first) = AefBlock.Read(record["FirstID"]);
        var (lastId, last) = AefBlock.Read(record["LastID"]);
        var parts = (
            record["CooperativeApproachID"].ToString(), areSerialsOnly || id is null ? "*" : id.OriginatingRegistry.ToString(),
            PartyNames.Find(record["FirstTransferringPartyID"].ToString())?.Code ?? "", record["Vintage"].ToString());
        if (!keys.TryGetValue(parts, out var key)) keys[parts] = key = $"{parts.Item1}-{parts.Item2}-{parts.Item3}-{parts.Item4}";
        return new AefBlock(record, key, first, last)
        {
            Identifier = id is null ? null : Shared(id with { Serial = 1 }),
            IsOwn = isOwn,
            IsBounded = last >= first && (id is null || lastId is null || id with { Serial = lastId.Serial } == lastId),
        };
    }

    // Rows by the hundred thousand share everything but the serial number, which the block has anyway.
    private ItmoId Shared(ItmoId id) => identifiers.TryGetValue(id, out var known) ? known : identifiers[id] = id;
}
