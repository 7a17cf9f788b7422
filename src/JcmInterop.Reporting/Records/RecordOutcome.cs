using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Records;

/// <summary>What one block of another system's records means for the Party that reports.</summary>
/// <param name="Record">The block.</param>
/// <param name="First">Its first transfer, where it happened and the records decide it.</param>
public sealed record RecordOutcome(BlockRecord Record, FirstTransferDated? First)
{
    /// <summary>Why the block is in no figure and no filing; nothing where it is counted, or nothing has happened that counts.</summary>
    public BilingualText? LeftOut { get; init; }

    /// <summary>Why the block is counted and still in no agreed electronic format; nothing where it can be reported.</summary>
    public BilingualText? NotInFormat { get; init; }

    /// <summary>Decides for one block.</summary>
    /// <param name="record">The block.</param>
    /// <param name="mapping">Whose records they are, and the cut-off the Party chose.</param>
    public static RecordOutcome Of(BlockRecord record, RecordMapping mapping)
    {
        var dating = FirstTransferDates.Of(record.Dates, mapping.OimpCutOff);
        var first = dating as FirstTransferDated;
        if (Reason(record, mapping, dating) is { } reason) return new RecordOutcome(record, null) { LeftOut = reason };
        return new RecordOutcome(record, first) { NotInFormat = first is null ? null : Missing(record, mapping) };
    }

    /// <summary>Whether the reporting Party is where the mitigation occurred.</summary>
    public bool IsHosted(RecordMapping mapping) => Record.Party == mapping.ReportingParty;

    /// <summary>Whether the reporting Party acquired the units.</summary>
    public bool IsAcquired(RecordMapping mapping) => !IsHosted(mapping) && Record.TransferredOn is not null && Record.AcquiringParty == mapping.ReportingParty;

    /// <summary>Whether the reporting Party used the units towards its NDC.</summary>
    public bool IsUsed(RecordMapping mapping) => Record.UsedOn is not null && (Record.UsingParty ?? Record.AcquiringParty) == mapping.ReportingParty;

    private static BilingualText? Reason(BlockRecord record, RecordMapping mapping, FirstTransferDating dating)
    {
        var asked = new RecordOutcome(record, null);
        if (!asked.IsHosted(mapping) && !asked.IsAcquired(mapping) && !asked.IsUsed(mapping))
            return new($"The row is of neither a block that {mapping.Party} hosts nor one it acquired or used.", $"{mapping.Party} が発生国・取得国・使用国のいずれでもない行です。");
        if (record.Status == AuthorizationStatus.Unknown)
            return new("Whether the units are authorized is not known.", "承認の有無が不明です。");
        if (dating is FirstTransferUnresolved unresolved)
            return new($"The first transfer is not resolved: {unresolved.Reason}", $"最初の移転が未確定です（定義または用途が不明、または承認より前の事象です）：{unresolved.Reason}");
        var hasMoved = record.TransferredOn is not null || record.UsedOn is not null;
        if (record.Status == AuthorizationStatus.NotAuthorized && hasMoved)
            return new("The units are not authorized, so they were never first transferred (4/CMA.6, paragraph 11).", "承認されていない単位のため、最初の移転に該当しません（4/CMA.6 第11項）。");
        if (dating is FirstTransferDated && !record.Vintage.IsParisEra)
            return new("Mitigation before 2021 is no internationally transferred mitigation outcome (2/CMA.3 annex, paragraph 1(e)).", "2021年より前の緩和は ITMO になりません（2/CMA.3 附属書 第1項(e)）。");
        if (asked.IsUsed(mapping) && (dating is not FirstTransferDated { On: var on } || on > record.UsedOn))
            return new("The units were used before they were first transferred, or never were.", "最初の移転がない、または移転前に使用されています。");
        return null;
    }

    private static BilingualText? Missing(BlockRecord record, RecordMapping mapping)
    {
        if (record.Metric.IsNonGhg) return new("The block has no quantity in t CO2 eq.", "t CO2 eq による数量がありません。");
        if (record.Authorization is null) return new("The row names no authorization.", "承認の識別子がありません。");
        if (record.CooperativeApproach is null) return new("The row names no cooperative approach.", "協力的アプローチの識別子がありません。");
        if (record.FirstItmo is not null) return null;
        return mapping.ItmoSerials == ItmoSerials.SameAsUnits
            ? new("The originating registry of the identifier is not known.", "識別子の発行元登録簿が不明です。")
            : new("The row has no ITMO identifier.", "ITMO 識別子がありません。");
    }
}
