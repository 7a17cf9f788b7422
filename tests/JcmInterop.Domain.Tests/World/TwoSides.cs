using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Tests.World;

/// <summary>Japan and a partner, with a network that loses nothing and delivers when asked.</summary>
internal sealed class TwoSides(LedgerSettings japan, LedgerSettings partner)
{
    public static readonly DateTimeOffset Start = new(2025, 11, 20, 3, 0, 0, TimeSpan.Zero);

    private byte ids;

    public Side Japan { get; } = new(japan);

    public Side Partner { get; } = new(partner);

    public DateTimeOffset Now { get; set; } = Start;

    public TransferId NewId() => Id(++ids);

    public static TransferId Id(int number) => new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    public Side Other(Side side) => side == Japan ? Partner : Japan;

    /// <summary>Decides a command that must succeed, and delivers everything that follows from it.</summary>
    public TwoSides Do(Side side, LedgerCommand command)
    {
        (Try(side, command)?.English).ShouldBeNull();
        return this;
    }

    /// <summary>Decides a command, delivers everything that follows, and gives the refusal.</summary>
    public Refusal? Try(Side side, LedgerCommand command)
    {
        var outcome = side.Decide(command, Now);
        Deliver();
        return (outcome as Outcome.Refused)?.Refusal;
    }

    /// <summary>Delivers until nothing is on its way; no message between honest sides is refused or faulted.</summary>
    public void Deliver()
    {
        while (Japan.Outbox.Count + Partner.Outbox.Count > 0)
        {
            foreach (var side in new[] { Japan, Partner })
            {
                if (!side.Outbox.TryDequeue(out var message)) continue;
                var outcome = Other(side).Receive(message, Now).Done();
                outcome.Objection.ShouldBeNull();
            }
        }
    }

    public void LawsHold(bool converged = true)
    {
        LedgerLaws.Check(Japan.State).ShouldBeEmpty();
        LedgerLaws.Check(Partner.State).ShouldBeEmpty();
        LedgerLaws.CheckPair(Japan.State, Partner.State).ShouldBeEmpty();
        if (converged) LedgerLaws.CheckConverged(Japan.State, Partner.State).ShouldBeEmpty();
    }
}
