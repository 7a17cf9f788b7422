using System.CommandLine;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef.Revisions;
using JcmInterop.Reporting.Aef.Vocabulary;
using Spectre.Console;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef diff</c>: what a revised submission changes, cell by cell.</summary>
internal static class AefDiffCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell)
    {
        var older = new Argument<FileInfo>("OLD") { Description = "The version before." };
        var newer = new Argument<FileInfo>("NEW") { Description = "The revised version." };
        return new Command("diff", "List what a revised submission changes, cell by cell, whatever spelling either uses. Exit code 1 when something changed.") { older, newer }
            .Does(shell, (asked, talk, _) =>
            {
                var changes = AefRevision.Between(AefFiles.ReadUsable(asked.GetRequiredValue(older)), AefFiles.ReadUsable(asked.GetRequiredValue(newer)), AefNomenclature.February2026);
                Tell(changes, talk);
                return Task.FromResult(changes.Count > 0 ? ExitCode.Finding : ExitCode.Done);
            });
    }

    /// <summary>Shows changes as a table, or hands them to a program.</summary>
    public static void Tell(IReadOnlyList<AefChange> changes, Conversation talk)
    {
        talk.Give(new { changes });
        Show(changes, talk);
    }

    /// <summary>Shows changes to a person.</summary>
    public static void Show(IReadOnlyList<AefChange> changes, Conversation talk)
    {
        if (changes.Count == 0)
        {
            talk.Say("Nothing changed.", "変更はありません。");
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Change", "変更"), talk.Pick("Field", "項目"), talk.Pick("Before", "変更前"), talk.Pick("Now", "変更後"));
        foreach (var change in changes)
            table.AddRow(new Text(Kind(change.Kind, talk)), new Text(change.Field), new Text($"{change.OldValue}\n{change.OldPlace}"), new Text($"{change.NewValue}\n{change.NewPlace}"));
        talk.Show(table);
    }

    private static string Kind(AefChangeKind kind, Conversation talk) => kind switch
    {
        AefChangeKind.RowAdded => talk.Pick("row added", "行の追加"),
        AefChangeKind.RowRemoved => talk.Pick("row removed", "行の削除"),
        AefChangeKind.CellChanged => talk.Pick("cell changed", "セルの変更"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown change."),
    };
}
