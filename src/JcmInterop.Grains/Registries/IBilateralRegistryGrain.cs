using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>The one writer of this side of a bilateral registry; its key is the registry's id, for example <c>JPN-THA</c>.</summary>
public interface IBilateralRegistryGrain : IGrainWithStringKey
{
    /// <summary>Decides a command of this side and makes its effects durable.</summary>
    /// <returns>The answer, after it is durable.</returns>
    Task<CommandReply> Execute(CommandRequest request);

    /// <summary>Verifies and decides a message of the partner and makes its effects durable together with its receipt.</summary>
    /// <param name="bytes">The signed message, byte for byte as it arrived.</param>
    /// <returns>The signed receipt after it is durable, or why there is none.</returns>
    Task<MessageReply> Receive(byte[] bytes);

    /// <summary>Keeps verified receipts of the partner, each with the journal row that names it.</summary>
    /// <param name="receipts">The receipts, in the order of their messages; one that is kept already stays as it is.</param>
    /// <returns>Why they could not be kept; nothing when they are.</returns>
    Task<Problem?> Keep(KeptReceipt[] receipts);

    /// <summary>Ends the transfers of this side whose deadline has passed, once the two nodes have met since this one started.</summary>
    /// <remarks>A node that was restored from an old backup must not end a transfer before it has compared its messages with the partner's.</remarks>
    /// <returns>How many ended.</returns>
    Task<int> Sweep();

    /// <summary>States a checkpoint of this side's journal and shows it to the partner, because a person asks for it.</summary>
    /// <returns>Why it could not be stated; nothing when it was, or when there is nothing new to state.</returns>
    Task<Problem?> StateCheckpoint();

    /// <summary>Lets the log of a partner that was restored from an old backup go on from the checkpoint that its backup holds, because a person approves it.</summary>
    /// <param name="heard">The last message of this side that the restored side still has.</param>
    /// <param name="person">Who approves it.</param>
    /// <returns>Why it could not be kept; nothing when it was, or when nothing changes.</returns>
    Task<Problem?> SetBackPartnerLog(long heard, string person);

    /// <summary>Tells the partner what this node is; asked by the link once the two nodes have met.</summary>
    Task Greet();

    /// <summary>How far both directions of messages have come; nothing while the registry cannot be loaded.</summary>
    Task<RegistryHeadsReply?> Heads();

    /// <summary>Waits until the journal of this side goes beyond a position.</summary>
    /// <param name="position">The last position that is known, 0 for none.</param>
    /// <param name="atMost">How long to wait, 10 seconds at most.</param>
    /// <returns>Whether the journal is beyond the position.</returns>
    Task<bool> Beyond(long position, TimeSpan atMost);

    /// <summary>Told by the partner link: commands that would send a message are refused with this trouble until it is lifted.</summary>
    /// <param name="problem">The trouble; nothing lifts it.</param>
    Task HoldSending(Problem? problem);

    /// <summary>Loads the registry, if it is not, so that the first request does not wait for it.</summary>
    /// <returns>Why the registry takes no requests; nothing when it does.</returns>
    Task<Problem?> Prepare();
}
