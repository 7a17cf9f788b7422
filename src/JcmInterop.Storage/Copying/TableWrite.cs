namespace JcmInterop.Storage.Copying;

/// <summary>Writes the rows of a table, with the values in the order of its columns.</summary>
/// <returns>Number of rows.</returns>
internal delegate Task<long> TableWrite(CopiedTable table, IAsyncEnumerable<object[]> rows);
