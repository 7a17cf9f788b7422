using JcmInterop.Cli.Terminal;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Cli.Keys;

/// <summary>A private key file that a person named.</summary>
internal static class SigningKeyArgument
{
    /// <exception cref="InputFault">The file is missing or not a usable private key.</exception>
    public static SigningKey Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        try
        {
            return SigningKeyFile.Read(file.FullName);
        }
        catch (FormatException e)
        {
            throw new InputFault(e.Message, $"秘密鍵ファイル {file} を使用できません：{e.Message}");
        }
    }
}
