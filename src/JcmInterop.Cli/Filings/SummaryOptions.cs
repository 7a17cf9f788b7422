using System.CommandLine;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Cli.Filings;

/// <summary>The options of a structured summary.</summary>
internal sealed class SummaryOptions
{
    private readonly Option<FileInfo> figures = new("--figures") { Description = "JSON file with the Party's own figures: emissions, trajectory, indicators, target." };
    private readonly Option<int?> through = new("--through") { Description = "Last calendar year to fill; all of the NDC period where nothing is said." };
    private readonly Option<OimpPresentation> oimp = new("--oimp") { Description = "How first transfers for other international mitigation purposes are filed.", DefaultValueFactory = _ => OimpPresentation.RowsAddUp };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [figures, through, oimp];

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputFault">The file of figures is missing or not in its form.</exception>
    public StructuredSummaryOptions Of(ParseResult asked, PartyCode party, NdcPeriod period) => new()
    {
        Figures = asked.GetValue(figures) is { } file ? Figures(file, party, period) : PartyFigures.None,
        ThroughYear = asked.GetValue(through),
        Presentation = asked.GetValue(oimp),
    };

    private static PartyFigures Figures(FileInfo file, PartyCode party, NdcPeriod period)
    {
        try
        {
            return PartyFigures.Read(file.Name, SmallFile.Read(file), party, period);
        }
        catch (InputFileException fault)
        {
            throw new InputFault(fault.Message, fault.Japanese);
        }
    }
}
