using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Turns what SQLite says into the causes a person can act on.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;
    private const int ConstraintPrimaryKey = Constraint | (6 << 8);
    private const int ConstraintUnique = Constraint | (8 << 8);

    public static bool IsDuplicate(SqliteException error) => error.SqliteExtendedErrorCode is ConstraintPrimaryKey or ConstraintUnique;

    /// <summary>Whether the outside world failed, as opposed to a statement that breaks a rule of the tables.</summary>
    public static bool IsTrouble(SqliteException error) =>
        error.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase;

    /// <summary>Whether the file cannot be trusted to take another write before it has been opened anew.</summary>
    public static bool IsBeyondRetry(SqliteException error) => error.SqliteErrorCode is InputOutput or Corrupt or NotADatabase;

    public static StoreUnavailableException Trouble(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        Busy or Locked => new StoreLockedException(path, error),
        ReadOnly => new StoreReadOnlyException(path, error),
        CannotOpen => new StoreReadOnlyException(path, error),
        Full => new StoreFullException(path, error),
        Corrupt or NotADatabase => new StoreDamagedException(path, error),
        _ => new StoreFailedException(path, error),
    };
}
