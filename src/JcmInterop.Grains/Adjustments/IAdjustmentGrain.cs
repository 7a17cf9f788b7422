using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Adjustments;

/// <summary>The corresponding adjustments of the node's Party in one NDC period; its key is made by <see cref="Key"/>.</summary>
/// <remarks>It holds nothing of its own: after activation it reads the journals of all bilateral registries of the node, and before every answer what they
/// gained since. A question about a metric that the configuration does not name for the period is answered with a problem.</remarks>
public interface IAdjustmentGrain : IGrainWithStringKey
{
    /// <summary>The key for a Party and NDC period, for example <c>JPN 2021-2030</c>.</summary>
    static string Key(PartyCode party, NdcPeriod period) => $"{party} {period}";

    /// <summary>Every year of the period.</summary>
    Task<AdjustmentReply> Calculate(string metric, AdjustmentDates dates);

    /// <summary>One figure with the blocks, transfers and messages behind it.</summary>
    Task<AdjustmentReply> Open(string metric, AdjustmentDates dates, FigureAsked asked);

    /// <summary>What changed between two pairs of days, with the records that made the change.</summary>
    Task<AdjustmentReply> Compare(string metric, AdjustmentDates before, AdjustmentDates after);

    /// <summary>What would change if some records were added; nothing is recorded.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="dates">As of when.</param>
    /// <param name="supposed">The supposed records, as <see cref="SupposedRecords"/> reads them.</param>
    Task<AdjustmentReply> Suppose(string metric, AdjustmentDates dates, byte[] supposed);
}
