using System.CommandLine;

namespace JcmInterop.Cli.Terminal;

/// <summary>What a command does.</summary>
internal delegate Task<ExitCode> CommandAct(ParseResult asked, Conversation talk, CancellationToken cancellation);
