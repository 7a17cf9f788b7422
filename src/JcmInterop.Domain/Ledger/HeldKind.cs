using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>What a holder chooses units by inside an account, and how their serials print.</summary>
internal readonly record struct HeldKind(SerialForm Form, ProjectReference Project, Vintage Vintage) : IComparable<HeldKind>
{
    public static HeldKind Of(UnitBlock block) => new(SerialForm.Of(block.Serials), block.Project, block.Vintage);

    /// <inheritdoc/>
    public int CompareTo(HeldKind other)
    {
        var byForm = Form.CompareTo(other.Form);
        if (byForm != 0) return byForm;
        var byProject = Project.CompareTo(other.Project);
        return byProject != 0 ? byProject : Vintage.CompareTo(other.Vintage);
    }
}
