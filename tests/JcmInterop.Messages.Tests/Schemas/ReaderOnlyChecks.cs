namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>What a schema of draft 2020-12 cannot say, and only the reader checks: told apart by the words of the fault.</summary>
internal static class ReaderOnlyChecks
{
    private static readonly string[] OfBodies = ["check digits", "in canonical order", "is not a date", "is not an instant", "before the first"];

    private static readonly string[] OfDocuments = [.. OfBodies, "is empty for the first", "bilateral registry", "not a side of"];

    /// <summary>The check a fault of a body comes from; nothing where a schema could make it too.</summary>
    public static string? OfBody(string sentence) => OfBodies.FirstOrDefault(sentence.Contains);

    /// <summary>The check a fault of a message, receipt or checkpoint comes from; nothing where a schema could make it too.</summary>
    public static string? OfDocument(string sentence) => OfDocuments.FirstOrDefault(sentence.Contains);
}
