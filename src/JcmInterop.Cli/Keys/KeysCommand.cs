using System.CommandLine;
using System.Text;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Keys;

/// <summary><c>jcm keys</c>: a node's signing key, and the public part that its partners pin.</summary>
internal static class KeysCommand
{
    private const string Ed25519 = "Ed25519";
    private const string Es256 = "ES256";

    public static Command Create(Shell shell)
    {
        var command = new Command("keys", "Make, show and export the signing key of a node; list, rotate, withdraw and pin keys of a running one.") { New(shell), Show(shell), Export(shell) };
        foreach (var act in NodeKeysCommands.All(shell)) command.Add(act);
        return command;
    }

    private static Command New(Shell shell)
    {
        var file = PrivateKeyFile();
        var algorithm = new Option<string>("--algorithm") { Description = "Ed25519 or ES256.", DefaultValueFactory = _ => Ed25519 };
        algorithm.AcceptOnlyFromAmong(Ed25519, Es256);
        return new Command("new", "Make a private key and write it to a new file that only its owner can read.") { file, algorithm }.Does(shell, (asked, talk, _) =>
        {
            using var key = SigningKey.Generate(
                asked.GetValue(algorithm) == Es256 ? SignatureAlgorithm.Es256 : SignatureAlgorithm.Ed25519, shell.Random);
            Save(asked.GetRequiredValue(file), path => SigningKeyFile.Create(path, key));
            return Task.FromResult(Tell(talk, key.Public, asked.GetRequiredValue(file)));
        });
    }

    private static Command Show(Shell shell)
    {
        var file = PrivateKeyFile();
        return new Command("show", "Print algorithm, key id and public key of a private key file; never the secret.") { file }.Does(shell, (asked, talk, _) =>
        {
            using var key = SigningKeyArgument.Read(asked.GetRequiredValue(file));
            return Task.FromResult(Tell(talk, key.Public, asked.GetRequiredValue(file)));
        });
    }

    private static Command Export(Shell shell)
    {
        var file = PrivateKeyFile();
        var party = new Option<string>("--party") { Description = "The Party whose key it is, for example JPN.", Required = true };
        var to = new Option<FileInfo>("--out") { Description = "File to write; without it the key set is printed." };
        return new Command("export", "Write the public key as a JSON Web Key Set, for the partner to pin; it is valid from now.") { file, party, to }.Does(shell, (asked, talk, _) =>
        {
            using var key = SigningKeyArgument.Read(asked.GetRequiredValue(file));
            var ring = new PartnerKeyRing(Party(asked.GetRequiredValue(party)), new PinnedKey(key.Public, WireInstant.Truncate(shell.Time.GetUtcNow())));
            var set = new KeySet(ring);
            if (asked.GetValue(to) is not { } target)
            {
                shell.Output.WriteLine(Encoding.UTF8.GetString(set.ToJwks()));
                return Task.FromResult(ExitCode.Done);
            }

            Save(target, path => KeySetFiles.Create(path, set));
            return Task.FromResult(Tell(talk, key.Public, target));
        });
    }

    private static PartyCode Party(string text) => PartyCode.IsValid(text)
        ? new PartyCode(text)
        : throw new InputFault($"'{text}' is not an alpha-3 Party code such as JPN.", $"'{text}' は JPN のような締約国コードではありません。");

    private static Argument<FileInfo> PrivateKeyFile() => new("file") { Description = "The private key file." };

    private static void Save(FileInfo file, Action<string> write)
    {
        if (file.Exists)
            throw new InputFault($"{file} exists and is not overwritten; name another file.", $"{file} は既に存在するため上書きしません。別のファイル名を指定してください。");
        if (file.Directory is { Exists: false } folder) throw new InputFault($"There is no folder {folder}.", $"フォルダー {folder} がありません。");
        write(file.FullName);
    }

    private static ExitCode Tell(Conversation talk, VerificationKey key, FileInfo file)
    {
        talk.Give(new { file = file.FullName, algorithm = key.AlgorithmName, keyId = key.KeyId, publicKey = JsonElement.Parse(key.PublicJwk) });
        talk.Say($"{talk.Pick("File", "ファイル")}: {file.FullName}");
        talk.Say($"{talk.Pick("Algorithm", "署名方式")}: {key.AlgorithmName}");
        talk.Say($"{talk.Pick("Key id", "鍵の識別子")}: {key.KeyId}");
        talk.Say($"{talk.Pick("Public key", "公開鍵")}: {key.PublicJwk}");
        return ExitCode.Done;
    }
}
