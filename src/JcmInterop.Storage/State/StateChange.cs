namespace JcmInterop.Storage.State;

/// <summary>Sets a state item to a new value, or deletes it.</summary>
public sealed record StateChange
{
    private StateChange(string kind, string key, ReadOnlyMemory<byte>? body, StateColumns? columns)
    {
        Kind = kind;
        Key = key;
        Body = body;
        Columns = columns;
    }

    /// <summary>What the item is.</summary>
    public string Kind { get; }

    /// <summary>Names the item among those of its kind.</summary>
    public string Key { get; }

    /// <summary>The new value as UTF-8 JSON; nothing deletes the item.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>What the item is found by; only for kinds with a table of their own.</summary>
    public StateColumns? Columns { get; }

    /// <summary>Sets an item.</summary>
    /// <exception cref="ArgumentException">The columns are not those of the kind.</exception>
    public static StateChange Set(string kind, string key, ReadOnlyMemory<byte> body, StateColumns? columns = null)
    {
        var fits = kind switch
        {
            StateKinds.UnitBlock => columns is UnitBlockColumns,
            StateKinds.Account => columns is AccountColumns,
            _ => columns is null,
        };
        return fits
            ? new StateChange(kind, key, body, columns)
            : throw new ArgumentException($"The columns of the item {kind} {key} are not those of its kind.", nameof(columns));
    }

    /// <summary>Deletes an item; nothing happens if there is none.</summary>
    public static StateChange Delete(string kind, string key) => new(kind, key, null, null);
}
