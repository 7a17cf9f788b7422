using JcmInterop.Domain.Parties;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>unit_block</c>.</summary>
internal sealed class UnitBlockRow
{
    public string Registry { get; init; } = "";
    public string Key { get; init; } = "";
    public string Prefix { get; init; } = "";
    public long First { get; init; }
    public long Final { get; init; }
    public string Suffix { get; init; } = "";
    public string Account { get; init; } = "";
    public long InAccount { get; init; }
    public string Project { get; init; } = "";
    public long Vintage { get; init; }
    public string Status { get; init; } = "";
    public string? ItmoStem { get; init; }
    public long? ItmoFirst { get; init; }
    public byte[] Body { get; init; } = [];

    public UnitBlockEntry Value() => new(
        BilateralRegistryId.Parse(Registry),
        Key,
        new UnitBlockColumns(Prefix, First, Final, Suffix, Account, InAccount == 1, Project, (int)Vintage, Status, ItmoStem, ItmoFirst),
        Body);
}
