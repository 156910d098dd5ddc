using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionCatalog.Members;

/// <summary>
/// Checks JSON against a schema of JSON Schema draft 2020-12, for the keywords in <see cref="Keywords"/> and references
/// within the schema. It finds every error and says each in plain words.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    /// <summary>The keywords that are checked, and those that only explain. A test holds the schema to these.</summary>
    public static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
    [
        "$ref", "type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "items", "maxItems", "uniqueItems",
        "properties", "required", "additionalProperties", "propertyNames", "anyOf",
        "$schema", "$id", "$defs", "title", "description", "default", "examples", "patternErrorMessage",
    ]);

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Every place where <paramref name="value"/> is not as the schema says.</summary>
    public IEnumerable<(string Path, string Message)> Check(JsonElement value) => Check(schema, value, "$");

    private IEnumerable<(string Path, string Message)> Check(JsonElement rule, JsonElement value, string path)
    {
        if (rule.TryGetProperty("$ref", out var reference))
        {
            foreach (var error in Check(Target(reference.GetString()!), value, path))
            {
                yield return error;
            }
        }

        if (rule.TryGetProperty("type", out var type) && !JsonTypes.Types(type).Any(name => JsonTypes.HasType(value, name)))
        {
            yield return (path, $"must be {string.Join(" or ", JsonTypes.Types(type).Select(JsonTypes.TypeName))}, but is {JsonTypes.KindName(value)}");
            yield break;
        }

        var errors = value.ValueKind switch
        {
            JsonValueKind.String => CheckText(rule, value.GetString()!).Select(message => (path, message)),
            JsonValueKind.Number => CheckNumber(rule, value.GetDouble()).Select(message => (path, message)),
            JsonValueKind.Array => CheckArray(rule, value, path),
            JsonValueKind.Object => CheckObject(rule, value, path),
            _ => [],
        };
        foreach (var error in errors.Concat(CheckChoice(rule, value, path)))
        {
            yield return error;
        }
    }

    private static IEnumerable<string> CheckText(JsonElement rule, string text)
    {
        if (rule.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32())
        {
            yield return least.GetInt32() == 1 ? "must not be empty" : $"must have {least.GetInt32()} characters at least";
        }

        if (rule.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32())
        {
            yield return $"must have {most.GetInt32()} characters at most";
        }
        else if (rule.TryGetProperty("pattern", out var pattern) && !Matches(pattern.GetString()!, text))
        {
            yield return rule.TryGetProperty("patternErrorMessage", out var message)
                ? $"{message.GetString()}; it is \"{Short(text)}\""
                : $"must match {pattern.GetString()}";
        }
    }

    private static IEnumerable<string> CheckNumber(JsonElement rule, double number)
    {
        var least = rule.TryGetProperty("minimum", out var minimum) ? minimum.GetDouble() : double.NegativeInfinity;
        var most = rule.TryGetProperty("maximum", out var maximum) ? maximum.GetDouble() : double.PositiveInfinity;
        if (number < least || number > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"must be {least} to {most}, but is {number}");
        }
    }

    private IEnumerable<(string Path, string Message)> CheckArray(JsonElement rule, JsonElement array, string path)
    {
        if (rule.TryGetProperty("maxItems", out var most) && array.GetArrayLength() > most.GetInt32())
        {
            yield return (path, $"must have {most.GetInt32()} entries at most, but has {array.GetArrayLength()}");
            yield break;
        }

        var unique = rule.TryGetProperty("uniqueItems", out var flag) && flag.GetBoolean();
        var seen = new List<JsonElement>();
        foreach (var item in array.EnumerateArray())
        {
            var here = $"{path}[{seen.Count}]";
            if (unique && seen.Exists(other => JsonElement.DeepEquals(other, item)))
            {
                yield return (here, "is there twice");
            }

            seen.Add(item);
            foreach (var error in rule.TryGetProperty("items", out var items) ? Check(items, item, here) : [])
            {
                yield return error;
            }
        }
    }

    private IEnumerable<(string Path, string Message)> CheckObject(JsonElement rule, JsonElement value, string path)
    {
        var known = rule.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
            : [];
        foreach (var name in rule.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(n => n.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return (JsonMap.Key(path, name), $"is missing{Explained(known, name)}");
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var here = JsonMap.Key(path, member.Name);
            foreach (var error in CheckMember(rule, known, member, here))
            {
                yield return error;
            }
        }
    }

    private IEnumerable<(string Path, string Message)> CheckMember(
        JsonElement rule, Dictionary<string, JsonElement> known, JsonProperty member, string path)
    {
        if (rule.TryGetProperty("propertyNames", out var names))
        {
            foreach (var message in CheckText(names, member.Name))
            {
                yield return (path, message);
            }
        }

        if (!known.TryGetValue(member.Name, out var inner) && !rule.TryGetProperty("additionalProperties", out inner))
        {
            yield break;
        }

        var errors = inner.ValueKind switch
        {
            JsonValueKind.False => [(path, $"is not a key that is known here{NearMiss.Suggest(member.Name, known.Keys)}")],
            JsonValueKind.Object => Check(inner, member.Value, path),
            _ => [],
        };
        foreach (var error in errors)
        {
            yield return error;
        }
    }

    private IEnumerable<(string Path, string Message)> CheckChoice(JsonElement rule, JsonElement value, string path)
    {
        if (rule.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            var names = choices.EnumerateArray().Select(choice => choice.ToString()).ToList();
            var near = value.ValueKind == JsonValueKind.String ? NearMiss.Suggest(value.GetString()!, names) : "";
            yield return (path, $"must be one of {string.Join(", ", names.Select(name => $"\"{name}\""))}{near}");
        }

        if (rule.TryGetProperty("anyOf", out var branches) && branches.EnumerateArray().All(branch => Check(branch, value, path).Any()))
        {
            // Of several forms, the one that the writer meant is the one of the same type.
            var meant = branches.EnumerateArray().Select(Resolved).Where(b => JsonTypes.Types(b.GetProperty("type")).Any(name => JsonTypes.HasType(value, name))).ToList();
            var errors = meant.Count > 0
                ? Check(meant[0], value, path)
                : [(path, $"must be {string.Join(" or ", branches.EnumerateArray().SelectMany(b => JsonTypes.Types(Resolved(b).GetProperty("type"))).Select(JsonTypes.TypeName))}, but is {JsonTypes.KindName(value)}")];
            foreach (var error in errors)
            {
                yield return error;
            }
        }
    }

    private JsonElement Resolved(JsonElement rule) => rule.TryGetProperty("$ref", out var reference) ? Target(reference.GetString()!) : rule;

    /// <summary>The rule that a reference within the schema points at, such as "#/$defs/address" (RFC 6901).</summary>
    private JsonElement Target(string reference) =>
        reference.Split('/').Skip(1).Aggregate(schema, (rule, name) => rule.GetProperty(name));

    private static string Explained(Dictionary<string, JsonElement> known, string name) =>
        known.TryGetValue(name, out var rule) && rule.TryGetProperty("title", out var title) ? $": {title.GetString()}" : "";

    // In JSON Schema "$" is the very end; in .NET it is also before a last line feed.
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern, RegexOptions.CultureInvariant, PatternTimeout);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
