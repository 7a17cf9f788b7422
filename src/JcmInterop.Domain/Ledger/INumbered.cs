namespace JcmInterop.Domain.Ledger;

/// <summary>A value that has its place among others by a number.</summary>
internal interface INumbered
{
    /// <summary>The number; unique among the values of one <see cref="NumberedTree{T}"/>.</summary>
    long First { get; }
}
