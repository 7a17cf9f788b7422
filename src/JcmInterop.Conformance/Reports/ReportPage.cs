using System.Net;
using System.Text;
using JcmInterop.Conformance.Clauses;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Reports;

/// <summary>The report as one HTML page: no script, nothing loaded, readable in print.</summary>
internal static class ReportPage
{
    private const string Style = """
        body{font:15px/1.5 "Noto Sans JP","Noto Sans",sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1a1a1a;background:#fff}
        table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.35rem .5rem;text-align:left;vertical-align:top}
        th{background:#eef1f5}.passed{background:#e7f5ea}.failed{background:#fde5e3}.notrun{background:#f4f4f4}
        code{font-family:"Noto Sans Mono",monospace;font-size:.9em}.clause{color:#444;font-size:.9em}
        """;

    public static byte[] Write(ConformanceReport report)
    {
        var page = new StringBuilder();
        page.AppendLine("<!DOCTYPE html>").AppendLine("<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .AppendLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .AppendLine($"<title>Conformance of {Text(report.Target.Tested.Code)} in {Text($"{report.Target.Outgoing.Registry}")}</title>")
            .AppendLine($"<style>{Style}</style></head><body>")
            .AppendLine($"<h1>Conformance of {Text(report.Target.Tested.Code)} in {Text($"{report.Target.Outgoing.Registry}")}</h1>");
        Summary(page, report);
        page.AppendLine("<table><thead><tr><th>Case</th><th>Clause</th><th>Sent</th><th>Expected</th><th>Came</th><th>Verdict</th></tr></thead><tbody>");
        foreach (var one in report.Cases) Row(page, one);
        page.AppendLine("</tbody></table></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Summary(StringBuilder page, ConformanceReport report)
    {
        var target = report.Target;
        page.AppendLine("<p>")
            .AppendLine($"Endpoint <code>{Text($"{target.Url}")}</code>, tested as its partner {Text(target.Played.Code)} with the key <code>{Text(target.Key.Public.KeyId)}</code>, ")
            .AppendLine($"from {WireInstant.Format(report.StartedAt)} to {WireInstant.Format(report.EndedAt)}.</p>")
            .AppendLine($"<p><strong>{(report.IsPassed ? "Conforms: every case passed." : "Does not conform.")}</strong> ")
            .AppendLine($"{report.Count(CaseVerdict.Passed)} passed, {report.Count(CaseVerdict.Failed)} failed, {report.Count(CaseVerdict.NotRun)} not run. ")
            .AppendLine("Clauses are those of <code>contracts/protocol.md</code>. The signature over this page is in the signed report beside it.</p>");
    }

    private static void Row(StringBuilder page, CaseResult one)
    {
        var word = one.Verdict switch { CaseVerdict.Passed => "passed", CaseVerdict.Failed => "FAILED", _ => "not run" };
        page.AppendLine($"<tr class=\"{one.Verdict.ToString().ToLowerInvariant()}\" id=\"{Text(one.Id)}\"><td><code>{Text(one.Id)}</code></td>")
            .AppendLine($"<td>{Text(one.Clause)}<div class=\"clause\">{Text(ProtocolClauses.Text(one.Clause))}</div></td>")
            .AppendLine($"<td>{Text(one.Sent)}</td><td>{Text(one.Expected)}</td><td>{Text(one.Came)}{Refusal(one.Refusal)}</td><td>{word}</td></tr>");
    }

    private static string Refusal(ObservedRefusal? refusal) => refusal is null
        ? ""
        : $"<div>{Text(refusal.English)} {Text(refusal.RemedyEnglish)}</div><div lang=\"ja\">{Text(refusal.Japanese)} {Text(refusal.RemedyJapanese)}</div>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
