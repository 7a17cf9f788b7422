using System.Text;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;

namespace JcmInterop.Messages.Verification;

/// <summary>Checks every part of an evidence file, and that the parts belong together.</summary>
internal sealed class EvidenceCheck(EvidenceFile file, KeySet? trusted)
{
    private readonly KeySet keys = trusted ?? file.Keys;

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings()
    {
        if (trusted is null)
        {
            findings.Add(new Finding(
                "/keys",
                FindingOutcome.Unchecked,
                "The public keys come from the file itself; compare their ids with the ones the Parties publish.",
                "公開鍵はこのファイルに含まれるものです。各締約国が公表している鍵 ID と照合してください。"));
        }

        if (file.Exchanges.Count == 0) findings.Add(Finding.Failed("/exchanges", "The file holds no message.", "ファイルにメッセージがありません。"));
        var messages = file.Exchanges.Select((exchange, i) => Exchange(exchange, $"/exchanges/{i}")).ToList();
        Chain(messages);
        var checkpoints = file.Checkpoints.Select((checkpoint, i) => Checkpoint(checkpoint, $"/checkpoints/{i}")).ToList();
        Forks(checkpoints);
        for (var i = 0; i < file.Inclusions.Count; i++) Inclusion(file.Inclusions[i], $"/inclusions/{i}", messages, checkpoints);
        return findings;
    }

    private SignedMessage? Exchange(EvidenceExchange exchange, string part)
    {
        var (finding, message) = DocumentCheck.Message($"{part}/message", exchange.Message, keys);
        findings.Add(finding);
        if (message is null) return null;
        if (message.Envelope.Registry != file.Registry)
            findings.Add(Finding.Failed($"{part}/message", WireRules.Fault(WireFaultKind.WrongRegistry, "/registry", message.Envelope.Registry, file.Registry)));
        if (file.About.Length == 0 || message.Envelope.Body.Span.IndexOf(Encoding.UTF8.GetBytes(file.About)) < 0)
            findings.Add(Finding.Failed($"{part}/message", $"The message does not name '{file.About}'.", $"メッセージに「{file.About}」が含まれていません。"));
        if (exchange.Receipt is { } receipt) findings.Add(DocumentCheck.Receipt($"{part}/receipt", receipt, keys, message));
        else findings.Add(new Finding($"{part}/receipt", FindingOutcome.Unchecked, "There is no receipt for this message.", "このメッセージの受領証はありません。"));
        return message;
    }

    private void Chain(List<SignedMessage?> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is not { Envelope: var envelope } message) continue;
            var direction = messages.OfType<SignedMessage>().Where(other => other.Envelope.From == envelope.From && other != message).ToList();
            var place = $"/exchanges/{i}/message";
            if (direction.Any(other => other.Envelope.Sequence == envelope.Sequence))
                findings.Add(Finding.Failed(place, WireRules.Fault(WireFaultKind.AlteredReplay, "/sequence", envelope.Id, envelope.Sequence)));
            var before = direction.Where(other => other.Envelope.Sequence == envelope.Sequence - 1).ToList();
            if (before.Count > 0 && before.All(other => other.Hash != envelope.Previous))
                findings.Add(Finding.Failed(place, WireRules.Fault(WireFaultKind.PreviousMismatch, "/previous", envelope.Sequence, envelope.Previous.ToBase64Url(), before[0].Hash.ToBase64Url())));
        }
    }

    private Checkpoint? Checkpoint(ReadOnlyMemory<byte> bytes, string part)
    {
        var (parts, checkpoint) = DocumentCheck.Checkpoint(part, bytes, keys);
        findings.AddRange(parts);
        if (checkpoint is not null && checkpoint.Registry != file.Registry)
            findings.Add(Finding.Failed(part, WireRules.Fault(WireFaultKind.WrongRegistry, "/registry", checkpoint.Registry, file.Registry)));
        return checkpoint;
    }

    private void Inclusion(EvidenceInclusion inclusion, string part, List<SignedMessage?> messages, List<Checkpoint?> checkpoints)
    {
        if (inclusion.Exchange >= messages.Count || inclusion.Checkpoint >= checkpoints.Count)
        {
            findings.Add(Finding.Failed(part, "The proof names an exchange or checkpoint that is not in the file.", "証明が、ファイルにないメッセージまたはチェックポイントを指しています。"));
            return;
        }

        // Their own findings already say why they failed.
        if (messages[inclusion.Exchange] is not { } message || checkpoints[inclusion.Checkpoint] is not { } checkpoint) return;
        findings.Add(InclusionCheck.Of(part, inclusion, message, file.Exchanges[inclusion.Exchange].Receipt, checkpoint));
    }

    /// <summary>Two checkpoints of one journal that differ at the same length show that the journal was forked.</summary>
    private void Forks(List<Checkpoint?> checkpoints)
    {
        for (var i = 0; i < checkpoints.Count; i++)
        {
            if (checkpoints[i] is { } one && checkpoints.Any(other => other is not null && other.Party == one.Party && other.TreeSize == one.TreeSize && other.Root != one.Root))
                findings.Add(Finding.Failed($"/checkpoints/{i}", WireRules.Fault(WireFaultKind.CheckpointInconsistent, "", one.TreeSize, one.TreeSize)));
        }
    }
}
