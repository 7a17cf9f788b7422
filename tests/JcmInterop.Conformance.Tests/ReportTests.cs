using System.Text;
using System.Text.Json;
using JcmInterop.Conformance.Reports;
using JcmInterop.Conformance.Tests.World;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Conformance.Tests;

public sealed class ReportTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly Kit kit = new();

    [Fact]
    public void The_signed_report_holds_all_lines_and_the_hashes_of_the_readable_files_and_verifies_offline()
    {
        var report = Report();
        var (json, html) = (report.ToJson(), report.ToHtml());
        var signed = report.Sign(json, html);

        var found = OfflineVerifier.Verify(signed, new KeySet(Kit.Ring(PartyCode.Japan, kit.Key)));
        found.IsGenuine.ShouldBeTrue();
        found.Findings.ShouldHaveSingleItem().English.ShouldBe("Conformance report on the endpoint of THA in JPN-THA, signed by JPN at 2026-03-01T12:00:00.000Z: 1 passed, 1 failed, 0 not run.");
        Jws.TryRead(signed, JwsTypes.Conformance, out var jws, out _).ShouldBeTrue();
        var payload = JsonElement.Parse(jws!.Payload.Span);
        payload.GetProperty("files").GetProperty("html").GetString().ShouldBe(Digest.Of(html).ToBase64Url());
        payload.GetProperty("cases").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_changed_report_is_not_genuine()
    {
        var report = Report();
        var signed = Encoding.ASCII.GetString(report.Sign(report.ToJson(), report.ToHtml()));
        var at = signed.IndexOf("\"payload\":\"", StringComparison.Ordinal) + 100;
        var changed = Encoding.ASCII.GetBytes($"{signed[..at]}{(signed[at] == 'A' ? 'B' : 'A')}{signed[(at + 1)..]}");

        OfflineVerifier.Verify(changed, new KeySet(Kit.Ring(PartyCode.Japan, kit.Key))).IsGenuine.ShouldBeFalse();
    }

    [Fact]
    public void The_page_shows_clause_refusal_in_both_languages_and_escapes_what_the_endpoint_said()
    {
        var page = Encoding.UTF8.GetString(Report().ToHtml());

        page.ShouldContain("at least one signature", Case.Insensitive);
        page.ShouldContain("署名が正しくありません。");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script>");
    }

    public void Dispose() => kit.Dispose();

    private ConformanceReport Report() => new(
        new ConformanceTarget(new Uri("http://127.0.0.1:5081"), Kit.Route, kit.Key, Kit.Ring(Kit.Route.To, kit.EndpointKey)), At, At,
        [
            new CaseResult("signature-altered", "3.9", "a signature with one bit changed", "403", "403, rule 9011", CaseVerdict.Passed,
                new ObservedRefusal(9011, "The signature is wrong.", "署名が正しくありません。", "Send it again.", "再送してください。"), 12),
            new CaseResult("gap", "5.10", "a message whose predecessor is missing", "409", "<script>alert(1)</script>", CaseVerdict.Failed, null, 3),
        ]);
}
