using System.Text.Json;

namespace UnionCatalog.Causes;

/// <summary>
/// Why something needs a person: the name of an entry of <see cref="CauseCatalogue"/>, and what is put into its sentences.
/// Kept in this form, so that it can be told in any language later. <see cref="KnownCauses"/> makes them.
/// </summary>
/// <param name="code">The entry.</param>
/// <param name="values">What is put into it, by name of placeholder.</param>
public sealed class Cause(string code, IReadOnlyDictionary<string, CauseValue> values)
{
    private static readonly JsonSerializerOptions AsKept = new(JsonSerializerDefaults.Web);

    /// <summary>The entry of the catalogue.</summary>
    public string Code { get; } = code;

    /// <summary>What is put into its sentences, by name of placeholder.</summary>
    public IReadOnlyDictionary<string, CauseValue> Values { get; } = values;

    /// <summary>A cause as it was kept.</summary>
    /// <returns>The cause; null when this is none, such as of a run that was kept before there were causes.</returns>
    public static Cause? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Cause>(json, AsKept) is { Code: not null, Values: not null } cause ? cause : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The cause as it is kept: <c>{"code":"timed-out","values":{"host":"sma-1.sch.id","limit":30}}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AsKept);

    /// <summary>The cause in English, as the log and a run's failure tell it.</summary>
    public override string ToString() => CauseCatalogue.English.Explain(this).ToString();
}
