namespace JcmInterop.Benchmarks;

/// <summary>What can be measured.</summary>
internal static class Usage
{
    /// <summary>Prints it, for a command that was not understood.</summary>
    public static int Print()
    {
        Console.Error.WriteLine(
            """
            usage: compare FILE [runs]          two nodes with PostgreSQL and SQLite against pgbench, OpenSSL and the disk; writes Markdown
                   exchange [postgres] [runs]   whole exchanges between two processes
                   exchange lone [postgres] [runs]      one transfer after another
                   exchange batches [postgres] [runs]   batches of 1,000 transfers
                   exchange flight [postgres] [runs]    single transfers, 64 in flight
                   exchange cold [postgres] [runs]      two nodes stopped and started again: what they do first
                   exchange registries [postgres] [batch]   1 to 31 registries of one node process at the same time
                   steps [batch] [rounds]       both sides in one process, step by step: processor time and memory
                   large [blocks] [postgres]    loading a registry of many blocks, and commands in it against an empty one
                   registries [postgres] [batch]   1 to 31 registries of one node at the same time, in one process
                   wire [filter…]               BenchmarkDotNet: sign, verify, canonicalise, read
                   crypto FILE                  processor time of signatures by algorithm and library; writes Markdown
                   aef ROWS FILE ROUNDS         writing and checking a large submission; writes Markdown
            """);
        return 2;
    }
}
