namespace JcmInterop.Domain.Corsia;

/// <summary>U1 and U2: the kind of unit, and a serial that agrees with the record.</summary>
internal static class UnitRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        var block = question.Block;
        switch (block.CreditClass)
        {
            case CreditClass.Ordinary: break;
            case CreditClass.Planned: yield return CorsiaReasons.NotEligible("UNIT_EXANTE"); break;
            case CreditClass.Buffer: yield return CorsiaReasons.NotEligible("UNIT_BUFFER"); break;
            default: yield return CorsiaReasons.NotEligible("UNIT_TYPE_EXCLUDED", block.CreditClass); break;
        }

        if (block.Serials is null) yield return CorsiaReasons.Conditional("REG_SERIAL_MALFORMED");
        else if (block.Serials.Quantity != block.Quantity) yield return CorsiaReasons.Conditional("REG_QTY_MISMATCH", block.Serials.Quantity, block.Quantity);
        if (block.HasSourceConflict) yield return CorsiaReasons.Conditional("DATA_SOURCE_CONFLICT");
    }
}
