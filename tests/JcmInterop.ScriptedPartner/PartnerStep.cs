using JcmInterop.Domain.Ledger;

namespace JcmInterop.ScriptedPartner;

/// <summary>One step of a script: either the partner expects a message and answers it, or it sends one itself.</summary>
internal abstract record PartnerStep
{
    private PartnerStep()
    {
    }

    /// <summary>The partner expects the next message of the node to be of a type, and answers it in some way.</summary>
    public static Expected Expects(string type, PartnerReply reply) => new(type, reply);

    /// <summary>The partner sends a message that the node must receipt with an outcome.</summary>
    public static Sent Sends(Func<PartnerMessage> body, string outcome = "recorded") => new(body, outcome);

    /// <summary>Something that happens between messages, for example what a person does at the node.</summary>
    public static Done Meanwhile(string what, Func<Task> act) => new(what, act);

    internal sealed record Expected(string Type, PartnerReply Reply) : PartnerStep
    {
        public override string ToString() => $"expects {Type}; answers {Reply.Name}";
    }

    internal sealed record Sent(Func<PartnerMessage> Body, string Outcome) : PartnerStep
    {
        public override string ToString() => $"sends a message; gets a receipt '{Outcome}'";
    }

    internal sealed record Done(string What, Func<Task> ActAsync) : PartnerStep
    {
        public override string ToString() => $"meanwhile {What}";
    }
}
