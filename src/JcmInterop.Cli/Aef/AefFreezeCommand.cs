using System.CommandLine;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef freeze</c>: keeps the holdings at 31 December of a year for good.</summary>
internal static class AefFreezeCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell)
    {
        var configuration = new Option<FileInfo>("--config") { Description = "The configuration of the node; one with an embedded store must be stopped.", Required = true };
        var year = new Option<int>("--year") { Description = "The calendar year that is over.", Required = true };
        return new Command("freeze", "Freeze the holdings at 31 December of a year; they are written once and never again.") { configuration, year }
            .Does(shell, (asked, talk, cancellation) => AefNode.WithAsync(asked.GetRequiredValue(configuration), node =>
            {
                var now = shell.Time.GetUtcNow();
                var filing = AefFiling.Of(node.Record, asked.GetValue(year), DateOnly.FromDateTime(now.UtcDateTime), AefProfile.DecisionPrinted);
                var entry = Freeze(node, filing, now);
                talk.Give(entry);
                talk.Say(
                    $"Frozen: {filing.Document.Holdings.Sum(h => h.Quantity.Tonnes)} t in {entry.File}, SHA-256 {entry.Sha256}.",
                    $"確定しました：{filing.Document.Holdings.Sum(h => h.Quantity.Tonnes)} t、{entry.File}、SHA-256 {entry.Sha256}。");
                return Task.FromResult(ExitCode.Done);
            }, cancellation));
    }

    /// <summary>Freezes the holdings of a filing.</summary>
    /// <exception cref="InputFault">The year is not over, or its holdings are already frozen.</exception>
    public static AefArchiveEntry Freeze(AefNode node, AefFiling filing, DateTimeOffset now)
    {
        try
        {
            return node.Archive.Freeze(filing.Document.Submission, filing.Document.Holdings, now, node.Journals);
        }
        catch (AefArchiveException fault)
        {
            throw new InputFault(fault.Message, fault.Japanese);
        }
    }
}
