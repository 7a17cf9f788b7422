using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Messages.Tests.Json;

/// <summary>Makes a value of any domain type from a list of numbers, by its constructor: the same numbers give the same value.</summary>
internal sealed class Samples(uint[] numbers)
{
    private int drawn;

    public static Gen<uint[]> Numbers { get; } = Gen.UInt.Array[1, 40];

    public static T Of<T>(uint[] numbers) => (T)new Samples(numbers).Make(typeof(T));

    public object Make(Type type)
    {
        if (Value(type) is { } value) return value;
        if (type.IsEnum) return Enum_(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Array_(type.GetGenericArguments()[0]);
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private object? Argument(ParameterInfo parameter)
    {
        var underlying = Nullable.GetUnderlyingType(parameter.ParameterType);
        var isNullable = underlying is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return isNullable && Draw(3) == 0 ? null : Make(underlying ?? parameter.ParameterType);
    }

    private object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => Pick("", "a", "日本", "q\"\\\n\u0001", "😀", "O'Hara & <Sons>"),
        _ when type == typeof(bool) => Draw(2) == 0,
        _ when type == typeof(int) => (int)Draw(3000),
        _ when type == typeof(long) => 1 + (Draw(1_000_000) * 999_999L),
        _ when type == typeof(Guid) => new Guid((int)Draw(int.MaxValue), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(738_000 + (int)Draw(10_000)),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000 + Draw(uint.MaxValue)),
        _ when type == typeof(PartyCode) => Party(),
        _ when type == typeof(BilateralRegistryId) => BilateralRegistryId.Parse(Pick("JPN-THA", "JPN-IDN", "CHE-GHA")),
        _ when type == typeof(CooperativeApproachId) => new CooperativeApproachId($"CA{Draw(10_000):0000}"),
        _ when type == typeof(PartyRegistryId) => new PartyRegistryId($"{Party()}{Draw(100):00}"),
        _ when type == typeof(AccountNumber) => new AccountNumber(Party(), 1 + Draw(100_000)),
        _ when type == typeof(AuthorizationId) => new AuthorizationId(Pick("TH/2026.1", "A 1", "x")),
        _ when type == typeof(DecisionId) => new DecisionId(Pick("MN-2026-01-24", "d")),
        _ when type == typeof(ProjectReference) => new ProjectReference($"TH{Draw(1000):000}"),
        _ when type == typeof(Vintage) => new Vintage(1990 + (int)Draw(111)),
        _ when type == typeof(UnitQuantity) => new UnitQuantity(Draw(uint.MaxValue)),
        _ when type == typeof(SerialRange) => Serials(),
        _ => null,
    };

    private SerialRange Serials()
    {
        var first = 1 + Draw(1_000_000);
        return new SerialRange(Pick("", "JPN-THA-TH014-2024-", "x y"), first, first + Draw(1_000_000), Pick("", "-JPN"));
    }

    private PartyCode Party() => new(Pick("JPN", "THA", "IDN"));

    private object Enum_(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToList();
        return values[(int)Draw((uint)values.Count)];
    }

    private object Array_(Type item)
    {
        var items = Array.CreateInstance(item, (int)Draw(4));
        for (var i = 0; i < items.Length; i++) items.SetValue(Make(item), i);
        var create = typeof(ImmutableArray).GetMethods().Single(m => m.Name == "CreateRange" && m.GetParameters().Length == 1).MakeGenericMethod(item);
        return create.Invoke(null, [(IEnumerable)items])!;
    }

    private string Pick(params string[] texts) => texts[(int)Draw((uint)texts.Length)];

    private long Draw(uint below) => numbers[drawn++ % numbers.Length] % below;
}
