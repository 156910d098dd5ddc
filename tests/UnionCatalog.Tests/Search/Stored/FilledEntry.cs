using System.Reflection;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Tests.Search.Stored;

/// <summary>Things with every property filled by chance, also those that are added to their types later.</summary>
/// <param name="random">Chance.</param>
/// <param name="filled">The share of what may be missing that is there: 1 for all.</param>
internal sealed class FilledEntry(Random random, double filled)
{
    private static readonly string[] Letters = ["a", "Z", "7", " ", "é", "ß", "و", "語", "𝄞", "\n", "\0", "\"", "<"];
    private static readonly NullabilityInfoContext Nullability = new();

    public CatalogEntry Entry() => (CatalogEntry)Value(typeof(CatalogEntry));

    public Work Work() => new()
    {
        WithAuthor = [Text(), Text()], Alone = [Text()], Names = [new([Text(), Text()], true), new([Text()], false)], Responsibility = [Text()],
        Language = random.NextDouble() < filled ? Text() : null, Year = random.NextDouble() < filled ? random.Next(1000, 2100) : null,
    };

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => Letters[random.Next(Letters.Length)]));

    private object Value(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => random.GetItems(Enum.GetValuesAsUnderlyingType(type).Cast<int>().ToArray(), 1).Select(value => Enum.ToObject(type, value)).Single(),
        TypeCode.String => Text(),
        TypeCode.Boolean => random.NextDouble() < filled,
        TypeCode.Int32 => random.Next(3) == 0 ? random.Next(int.MaxValue - 1) : random.Next(200),
        _ when type == typeof(Uri) => new Uri("https://example.org/" + Uri.EscapeDataString(Text())),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
        _ when Nullable.GetUnderlyingType(type) is { } inner => Value(inner),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GetGenericArguments()[0]),
        _ when type.IsGenericType => Sources(),
        _ => Made(type),
    };

    private Array List(Type item)
    {
        var list = Array.CreateInstance(item, random.NextDouble() < filled ? random.Next(1, 4) : 0);
        for (var at = 0; at < list.Length; at++)
        {
            list.SetValue(Value(item), at);
        }

        return list;
    }

    private Dictionary<CardField, IReadOnlyList<IReadOnlyList<int>>> Sources() => Enum.GetValues<CardField>()
        .Where(_ => random.NextDouble() < filled)
        .ToDictionary(field => field, _ => (IReadOnlyList<IReadOnlyList<int>>)(IReadOnlyList<int>[])List(typeof(IReadOnlyList<int>)));

    private object Made(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => !IsThere(Nullability.Create(parameter)) ? null : (type, parameter.Name) == (typeof(LibraryHoldings), nameof(LibraryHoldings.Address)) ? Value(typeof(Uri)).ToString() : Value(parameter.ParameterType))]);
        var named = constructor.GetParameters().Select(parameter => parameter.Name);
        // An edition's holdings are those of its libraries; a library's template is its configuration's.
        foreach (var property in type.GetProperties().Where(property => property is { CanWrite: true, Name: not nameof(LibraryHoldings.Template) }
            && property != typeof(BibRecord).GetProperty(nameof(BibRecord.Holdings)) && !named.Contains(property.Name)))
        {
            if (IsThere(Nullability.Create(property)))
            {
                property.SetValue(made, Value(property.PropertyType));
            }
        }

        return made;
    }

    private bool IsThere(NullabilityInfo info) => info.ReadState == NullabilityState.NotNull || random.NextDouble() < filled;
}
