using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage;

/// <summary>The durable store of one node: everything every bilateral registry of the node has recorded.</summary>
public interface IRegistryStore : ICommitStore, IStoreProof, IJournalReader, IMessageStore, IDeadlineStore, IStateReader, IAuditTrail, IAsyncDisposable;
