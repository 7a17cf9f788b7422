using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;

namespace JcmInterop.Simulation.Tests;

/// <summary>Where a node stops.</summary>
internal enum CrashPoint
{
    None,
    BeforeCommit,
    AfterCommitBeforeAnswer,
    BeforeSend,
    AfterSend,
    AfterReceiptBeforeKeeping,
}

/// <summary>The clock of one side: the time of the world and how far it is off.</summary>
internal sealed class SkewedClock(Func<DateTimeOffset> time) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => time() + Offset;

    public override long GetTimestamp() => time().Ticks;
}

/// <summary>Ids of version 7 that follow from the side and a count, which outlives the node.</summary>
/// <param name="party">The side.</param>
/// <param name="count">How many were given before.</param>
internal sealed class CountedIds(PartyCode party, long count) : IMessageIds
{
    private int count = (int)count;

    public Guid Next() => new(party == PartyCode.Japan ? 1 : 2, 0, 0x7000, [0x80, 0, 0, 0, (byte)(++count >> 24), (byte)(count >> 16), (byte)(count >> 8), (byte)count]);
}
