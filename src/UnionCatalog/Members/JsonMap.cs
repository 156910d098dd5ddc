using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionCatalog.Members;

/// <summary>
/// Where each value of a JSON text is, and which keys are there twice: what <see cref="JsonDocument"/> does not tell.
/// </summary>
internal sealed partial class JsonMap
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _again = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    private JsonMap()
    {
    }

    /// <summary>The paths of keys that an object has more than once; not those inside a repeated one.</summary>
    public IReadOnlyCollection<string> Repeated => _repeated;

    /// <summary>Maps a JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or a text in it is half a character ("\ud800").</exception>
    public static JsonMap Read(ReadOnlySpan<byte> utf8, JsonDocumentOptions options)
    {
        var map = new JsonMap();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = options.CommentHandling, AllowTrailingCommas = options.AllowTrailingCommas, MaxDepth = options.MaxDepth,
        });
        var open = new Stack<Container>();
        var (line, counted, path) = (1, 0, "$");
        while (reader.Read())
        {
            line += utf8[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = Key(open.Peek().Path, Text(reader, line));
                    map.Add(path, open.Peek().Path, line);
                    continue;
                case JsonTokenType.String:
                    Text(reader, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            if (open.TryPeek(out var parent) && parent.IsArray)
            {
                path = $"{parent.Path}[{parent.Next++}]";
                map.Add(path, parent.Path, line);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(new(path, reader.TokenType == JsonTokenType.StartArray));
            }
        }

        return map;
    }

    /// <summary>The path of a key of the object at <paramref name="parent"/>.</summary>
    public static string Key(string parent, string name) => Plain().IsMatch(name) ? $"{parent}.{name}" : $"{parent}['{name}']";

    /// <summary>The line of a value; that of the nearest value around it where it is not there; 1 for the whole.</summary>
    public int LineOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.AsSpan(0, end).LastIndexOfAny('.', '['))
        {
            if (_lines.TryGetValue(path[..end], out var line))
            {
                return line;
            }
        }

        return 1;
    }

    private static string Text(Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException(error.Message, path: null, line - 1, bytePositionInLine: null, error);
        }
    }

    private void Add(string path, string parent, int line)
    {
        if (!_lines.TryAdd(path, line))
        {
            _lines[path] = line;
            _again.Add(path);
            if (!_again.Contains(parent))
            {
                _repeated.Add(path);
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    private sealed class Container(string path, bool isArray)
    {
        public string Path { get; } = path;

        public bool IsArray { get; } = isArray;

        public int Next { get; set; }
    }
}
