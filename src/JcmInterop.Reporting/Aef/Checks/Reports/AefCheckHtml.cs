using System.Net;
using System.Text;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>Writes the check as one web page in English and Japanese: no scripts, nothing fetched from elsewhere.</summary>
public static class AefCheckHtml
{
    private const string Style = """
        body { font-family: system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
        table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold; padding: .5rem 0 }
        th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top } th { background: #eee }
        .Error { border-left: .4rem solid #b00020 } .Warning { border-left: .4rem solid #9a6700 } .Information { border-left: .4rem solid #555 }
        """;

    /// <summary>Writes the page.</summary>
    public static void Write(AefCheckReport report, TextWriter output)
    {
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>AEF check</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        output.Write("<h1>Check of the agreed electronic format <span lang=\"ja\">合意電子様式の検査</span></h1>\n");
        foreach (var file in report.Files) WriteFile(file, output);
        output.Write("</body>\n</html>\n");
    }

    private static void WriteFile(AefFileReport file, TextWriter output)
    {
        var (state, japanese) = Words(file.State);
        output.Write($"<section>\n<h2>{Escaped(file.Name)}</h2>\n<p>{Escaped($"{file.Party?.Code ?? "?"} {file.ReportedYear} {file.Version}")}: <strong>{state}</strong> <span lang=\"ja\">{japanese}</span></p>\n");
        if (file.Findings.Count > 0)
        {
            output.Write("<table>\n<caption>Findings <span lang=\"ja\">指摘</span></caption>\n<thead><tr><th>Rule<th>Place<th>Value<th>Finding and remedy<th lang=\"ja\">指摘と対応<th>Basis</thead>\n<tbody>\n");
            foreach (var finding in file.Findings) output.Write(Row(finding));
            output.Write("</tbody>\n</table>\n");
        }

        output.Write("<details>\n<summary>Result of every rule <span lang=\"ja\">規則ごとの結果</span></summary>\n<table>\n<thead><tr><th>Rule<th>Demand<th lang=\"ja\">内容<th>Result</thead>\n<tbody>\n");
        foreach (var (rule, result) in AefRules.All.Join(file.Results, r => r.Id, r => r.Rule, (rule, result) => (rule, result)))
            output.Write($"<tr><td>{rule.Id}<td>{Escaped(rule.Demand.English)}<td lang=\"ja\">{Escaped(rule.Demand.Japanese)}<td>{Escaped(result.Result)}\n");
        output.Write("</tbody>\n</table>\n</details>\n</section>\n");
    }

    private static string Row(Finding finding) => new StringBuilder()
        .Append($"<tr class=\"{finding.Severity}\"><td>{Escaped(finding.Rule)}<br>{finding.Severity}<td>{Escaped(finding.Place)}<td>{Escaped(finding.Value)}")
        .Append($"<td>{Escaped(finding.Reason.English)}<br>{Escaped(finding.Remedy.English)}<td lang=\"ja\">{Escaped(finding.Reason.Japanese)}<br>{Escaped(finding.Remedy.Japanese)}")
        .Append($"<td>{Escaped(finding.Basis)}\n").ToString();

    private static (string English, string Japanese) Words(AefFileState state) => state switch
    {
        AefFileState.SyntaxFailed => ("form wrong, not checked further", "形式不備のため以降は未検査"),
        AefFileState.Inconsistent => ("inconsistencies identified", "不整合あり"),
        AefFileState.Consistent => ("no inconsistencies identified", "不整合なし"),
        AefFileState.Obsolete => ("superseded by a newer version", "新しい版あり"),
        AefFileState.Duplicate => ("the same version is there twice", "同じ版が重複"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
