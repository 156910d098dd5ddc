using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionCatalog.Causes;

/// <summary>What is put into a sentence: words as they are, or a number that each language writes its own way.</summary>
/// <param name="Words">The words; null for a number.</param>
/// <param name="Number">The number; a time is told in seconds.</param>
[JsonConverter(typeof(Json))]
public readonly record struct CauseValue(string? Words, double Number)
{
    /// <summary>Words as they are.</summary>
    public static implicit operator CauseValue(string words) => new(words, 0);

    /// <summary>A number.</summary>
    public static implicit operator CauseValue(long number) => new(null, number);

    /// <summary>A share or a measure.</summary>
    public static implicit operator CauseValue(double number) => new(null, number);

    /// <summary>A time, in seconds.</summary>
    public static implicit operator CauseValue(TimeSpan time) => new(null, time.TotalSeconds);

    private sealed class Json : JsonConverter<CauseValue>
    {
        public override CauseValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => reader.GetDouble(),
            _ => throw new JsonException("A cause has words and numbers for values."),
        };

        public override void Write(Utf8JsonWriter writer, CauseValue value, JsonSerializerOptions options)
        {
            if (value.Words is { } words)
            {
                writer.WriteStringValue(words);
            }
            else
            {
                writer.WriteNumberValue(value.Number);
            }
        }
    }
}
