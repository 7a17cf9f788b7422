using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Faults;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Grains.Registries;

/// <content>What the writer logs.</content>
internal sealed partial class RegistryWriter
{
    [LoggerMessage(1, LogLevel.Information, "{Registry} loaded at journal position {Position}, {Items} items")]
    private partial void LogLoaded(BilateralRegistryId registry, long position, long items);

    [LoggerMessage(2, LogLevel.Debug, "{Registry} committed {Requests} requests, {Rows} journal rows, {Messages} messages")]
    private partial void LogCommitted(BilateralRegistryId registry, int requests, int rows, int messages);

    [LoggerMessage(3, LogLevel.Error, "{Registry} could not keep a step; nothing of it was kept")]
    private partial void LogStoreTrouble(BilateralRegistryId registry, Exception error);

    [LoggerMessage(4, LogLevel.Warning, "{Registry} was moved on by another writer at {Place}; this one ends")]
    private partial void LogForked(BilateralRegistryId registry, string place);

    [LoggerMessage(5, LogLevel.Critical, "ALARM: {Registry} is stopped by a defect; everything is kept")]
    private partial void LogStopped(BilateralRegistryId registry, Exception error);

    [LoggerMessage(6, LogLevel.Warning, "{Registry}: a message was not accepted: {Fault}")]
    private partial void LogFault(BilateralRegistryId registry, WireFault fault);

    [LoggerMessage(7, LogLevel.Critical, "ALARM: {Registry}: a message may mean bad faith: {Fault}")]
    private partial void LogAlarm(BilateralRegistryId registry, WireFault fault);
}
