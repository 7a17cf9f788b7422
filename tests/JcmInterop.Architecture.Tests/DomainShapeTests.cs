using System.Reflection;
using System.Runtime.CompilerServices;

namespace JcmInterop.Architecture.Tests;

public sealed class DomainShapeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] FloatingPoint = [typeof(float), typeof(double), typeof(Half)];

    private static readonly Type[] MutableCollections = [typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>)];

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Util"];

    private static IEnumerable<Type> PublicTypes => ProductAssemblies.WrittenTypes(ProductAssemblies.Domain).Where(type => type.IsVisible);

    [Fact]
    public void Public_types_have_no_setters() =>
        PublicTypes.SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void Public_types_have_no_mutable_fields() =>
        PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared))
            .Where(field => field is { IsPublic: true, IsInitOnly: false, IsLiteral: false })
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void Public_structs_are_read_only() =>
        PublicTypes.Where(type => type is { IsValueType: true, IsEnum: false } && !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false))
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Public_properties_expose_no_mutable_collection() =>
        PublicTypes.SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.GetMethod is { IsPublic: true }
                && property.PropertyType.IsGenericType && MutableCollections.Contains(property.PropertyType.GetGenericTypeDefinition()))
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void No_member_uses_floating_point() =>
        ProductAssemblies.WrittenTypes(ProductAssemblies.Domain).SelectMany(type => type.GetMembers(Declared))
            .Where(member => Signature(member).SelectMany(Parts).Any(FloatingPoint.Contains))
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void Tonnes_are_never_decimals() =>
        ProductAssemblies.WrittenTypes(ProductAssemblies.Domain).SelectMany(type => type.GetProperties(Declared))
            .Where(property => Parts(property.PropertyType).Contains(typeof(decimal)) && NamesUnits(property.Name))
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void Classes_of_the_product_are_sealed_abstract_or_static() =>
        ProductAssemblies.All.Values.SelectMany(ProductAssemblies.WrittenTypes)
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Type_names_say_what_the_type_is() =>
        ProductAssemblies.All.Values.SelectMany(ProductAssemblies.WrittenTypes)
            .Where(type => EmptyWords.Any(word => type.Name.Contains(word, StringComparison.Ordinal)))
            .Select(type => type.FullName).ShouldBeEmpty();

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // An average over a period is a decimal until it is rounded by a named rule; a number of units never is.
    private static bool NamesUnits(string name) =>
        !name.Contains("Average", StringComparison.Ordinal)
        && (name.EndsWith("Tonnes", StringComparison.Ordinal) || name.EndsWith("Quantity", StringComparison.Ordinal) || name.EndsWith("Units", StringComparison.Ordinal));

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static string Name(MemberInfo member) => $"{member.DeclaringType?.FullName}.{member.Name}";
}
