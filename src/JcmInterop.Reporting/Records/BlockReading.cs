using System.Collections.Frozen;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Records;

/// <summary>Reads one row of another system into a block record.</summary>
internal static class BlockReading
{
    private const string Unknown = "unknown";

    private static readonly FrozenDictionary<string, AuthorizationStatus> Statuses = Words(("authorized", AuthorizationStatus.Authorized), ("not authorized", AuthorizationStatus.NotAuthorized), (Unknown, AuthorizationStatus.Unknown));

    private static readonly FrozenDictionary<string, AuthorizedUses> Uses = Words(
        ("NDC", AuthorizedUses.Ndc), ("IMP", AuthorizedUses.InternationalMitigation), ("OP", AuthorizedUses.OtherPurposes), ("OIMP", AuthorizedUses.InternationalMitigation | AuthorizedUses.OtherPurposes));

    private static readonly FrozenDictionary<string, FirstTransferDefinition> Definitions = Words(
        ("Authorization", FirstTransferDefinition.Authorization), ("Issuance", FirstTransferDefinition.Issuance), ("UseOrCancellation", FirstTransferDefinition.UseOrCancellation));

    private static readonly FrozenDictionary<string, CancellationPurpose> Purposes = Words(
        ("IMP", CancellationPurpose.InternationalMitigation), ("OP", CancellationPurpose.OtherPurposes), ("OMGE", CancellationPurpose.OverallMitigation), ("Voluntary", CancellationPurpose.Voluntary),
        ("Administrative", CancellationPurpose.Administrative));

    private static SerialRange StandIn { get; } = new("", 1, 1);

    /// <summary>Reads a row; the result is of use only where the row is sound.</summary>
    public static BlockRecord Read(RecordRow row)
    {
        var serials = Serials(row, out var first, out var last);
        var party = row.Needed(RecordField.Party, row.Party(RecordField.Party), PartyCode.Japan);
        var vintage = new Vintage((int)row.Needed(RecordField.Vintage, row.Number(RecordField.Vintage, 1990, 2100), 2021));
        var record = new BlockRecord(
            row.File, row.Line, serials, party, vintage, new UnitQuantity(row.Needed(RecordField.Quantity, row.Number(RecordField.Quantity, 1, ImportLimits.NumberMax), 1)),
            row.Needed(RecordField.AuthorizationStatus, row.Word(RecordField.AuthorizationStatus, Statuses), AuthorizationStatus.Unknown))
        {
            FirstPrinted = first,
            LastPrinted = last,
            Programme = row.Text(RecordField.Programme),
            Authorization = row.Value(RecordField.Authorization, AuthorizationId.IsValid, text => new AuthorizationId(text), ImportProblem.CodeForm("an authorization id", "承認の識別子", "THA-2025/1")),
            AuthorizedOn = row.Day(RecordField.AuthorizedOn),
            Uses = AuthorizedUse(row),
            Definition = Definition(row),
            CooperativeApproach = row.Value(RecordField.CooperativeApproach, CooperativeApproachId.IsValid, text => new CooperativeApproachId(text), ImportProblem.CodeForm("a cooperative approach id", "協力的アプローチの識別子", "CA0001")),
            Sectors = row.List(RecordField.Sectors),
            ActivityTypes = row.List(RecordField.ActivityTypes),
            Metric = Metric(row),
            Reference = row.Text(RecordField.Reference),
        };
        return Itmo(row, Events(row, record));
    }

    private static BlockRecord Events(RecordRow row, BlockRecord record) => record with
    {
        IssuedOn = row.Day(RecordField.IssuedOn),
        TransferredOn = row.Day(RecordField.TransferredOn),
        AcquiringParty = row.Party(RecordField.AcquiringParty),
        CancelledOn = row.Day(RecordField.CancelledOn),
        CancellationPurpose = row.Word(RecordField.CancellationPurpose, Purposes),
        PurposeText = row.Text(RecordField.PurposeText),
        Entity = row.Text(RecordField.Entity),
        UsedOn = row.Day(RecordField.UsedOn),
        UsedForYear = (int?)row.Number(RecordField.UsedForYear, 2021, 2100),
        UsingParty = row.Party(RecordField.UsingParty),
        ToAdaptationFundOn = row.Day(RecordField.ToAdaptationFundOn),
        RecordedOn = row.Day(RecordField.RecordedOn),
    };

    private static SerialRange Serials(RecordRow row, out string first, out string last)
    {
        var (prefix, suffix) = (row.Text(RecordField.SerialPrefix) ?? "", row.Text(RecordField.SerialSuffix) ?? "");
        var hasAffixes = row.Mapping.Columns.ContainsKey(RecordField.SerialPrefix) || row.Mapping.Columns.ContainsKey(RecordField.SerialSuffix);
        (first, last) = (prefix + (row.Text(RecordField.SerialFirst) ?? "") + suffix, prefix + (row.Text(RecordField.SerialLast) ?? "") + suffix);
        if (!row.IsSound) return StandIn;
        foreach (var field in new[] { RecordField.SerialFirst, RecordField.SerialLast }.Where(f => row.Text(f) is null)) row.Fault(field, ImportProblem.Empty);
        if (!row.IsSound) return StandIn;
        if (hasAffixes)
        {
            var (from, to) = (row.Number(RecordField.SerialFirst, 1, SerialRange.NumberMax), row.Number(RecordField.SerialLast, 1, SerialRange.NumberMax));
            return from is { } a && to is { } b ? Range(row, (prefix, a, b, suffix)) : StandIn;
        }

        if (PrintedSerials.Read(first, last, row.Mapping.SerialPart) is { } parts) return Range(row, parts);
        row.Fault(RecordField.SerialFirst, CellText.HasFullWidth(first + last) ? ImportProblem.FullWidth : RecordProblem.SerialNumber);
        return StandIn;
    }

    private static SerialRange Range(RecordRow row, (string Prefix, long First, long Final, string Suffix) parts)
    {
        if (SerialRange.Fault(parts.Prefix, parts.First, parts.Final, parts.Suffix) is not { } fault) return new SerialRange(parts.Prefix, parts.First, parts.Final, parts.Suffix);
        row.Fault(RecordField.SerialFirst, ImportProblem.Serials(fault));
        return StandIn;
    }

    private static AuthorizedUses AuthorizedUse(RecordRow row)
    {
        var words = row.List(RecordField.Uses);
        if (!words.Any(w => !Uses.ContainsKey(w))) return words.Aggregate(AuthorizedUses.None, (all, word) => all | Uses[word]);
        row.Fault(RecordField.Uses, ImportProblem.NotOneOf(Uses.Keys.Order(StringComparer.Ordinal)));
        return AuthorizedUses.None;
    }

    private static FirstTransferDefinition? Definition(RecordRow row) =>
        row.Text(RecordField.FirstTransferDefinition) is Unknown or ImportSpelling.NotApplicable ? null : row.Word(RecordField.FirstTransferDefinition, Definitions);

    private static AdjustmentMetric Metric(RecordRow row)
    {
        if (row.Text(RecordField.Metric) is not { } text) return AdjustmentMetric.TonnesCo2Equivalent;
        if (text.Length <= AdjustmentMetric.NameLengthMax) return new AdjustmentMetric(text);
        row.Fault(RecordField.Metric, ImportProblem.TooLong);
        return AdjustmentMetric.TonnesCo2Equivalent;
    }

    // A number alone is completed from the row; an identifier must say what the row says.
    private static BlockRecord Itmo(RecordRow row, BlockRecord record)
    {
        var registry = row.Value(RecordField.OriginatingRegistry, PartyRegistryId.IsValid, text => new PartyRegistryId(text), ImportProblem.CodeForm("a Party ITMO registry id", "締約国登録簿の識別子", "THA01"));
        var text = row.Mapping.ItmoSerials == ItmoSerials.SameAsUnits ? $"{record.Serials.First}" : row.Text(RecordField.FirstItmo);
        if (text is null || !row.IsSound) return record;
        if (ItmoId.TryParse(text, out var id))
        {
            var isSame = id!.FirstTransferringParty == record.Party && id.Vintage == record.Vintage && (record.CooperativeApproach is null || id.CooperativeApproach == record.CooperativeApproach);
            if (!isSame) row.Fault(RecordField.FirstItmo, RecordProblem.ItmoDiffers);
            return record with { FirstItmo = id, CooperativeApproach = id.CooperativeApproach };
        }

        var origin = registry ?? (record.Party == row.Mapping.ReportingParty ? row.Mapping.OwnRegistry : (PartyRegistryId?)null);
        if (CellText.Quantity(text, out var serial) is null && serial > 0 && record.CooperativeApproach is { } approach && origin is { } registered)
            return record with { FirstItmo = new ItmoId(approach, registered, record.Party, serial, record.Vintage) };
        if (row.Mapping.ItmoSerials == ItmoSerials.Given) row.Fault(RecordField.FirstItmo, RecordProblem.ItmoForm);
        return record;
    }

    private static FrozenDictionary<string, T> Words<T>(params (string Word, T Value)[] words) => words.ToFrozenDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);
}
