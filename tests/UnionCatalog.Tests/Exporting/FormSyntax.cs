using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace UnionCatalog.Tests.Exporting;

/// <summary>What is wrong with a file by the letter of its form's specification; empty where nothing is.</summary>
internal static partial class FormSyntax
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<string> Faults(string form, byte[] content, int editions) => form switch
    {
        "marc21" => Marc(content, editions),
        "marcxml" => Xml(content, "{http://www.loc.gov/MARC21/slim}record", editions),
        "mods" => Xml(content, "{http://www.loc.gov/mods/v3}mods", editions),
        "dc" => Xml(content, "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc", editions),
        "ris" => Ris(content, editions),
        "bibtex" => BibTex(content, editions),
        "csl-json" => Json(content, root => root.GetArrayLength() == editions),
        "jsonld" => Json(content, root => (root.TryGetProperty("@graph", out var graph) ? graph.GetArrayLength() : 1) == editions),
        _ => [$"no test knows {form}"],
    };

    /// <summary>ISO 2709 as MARC 21 has it: lengths and addresses that are right to the byte, and nothing between them.</summary>
    private static List<string> Marc(byte[] file, int editions)
    {
        var (faults, records) = (new List<string>(), 0);
        for (var at = 0; at < file.Length; records++)
        {
            var length = Number(file, at, 5);
            if (length < 26 || at + length > file.Length || file[at + length - 1] != 0x1D)
            {
                return [.. faults, $"record {records} says that it is {length} bytes long"];
            }

            faults.AddRange(MarcRecord(file.AsSpan(at, length).ToArray()));
            at += length;
        }

        return records == editions ? faults : [.. faults, $"{records} records of {editions}"];
    }

    private static IEnumerable<string> MarcRecord(byte[] record)
    {
        var first = Number(record, 12, 5);
        if (!Leader().IsMatch(Encoding.ASCII.GetString(record, 0, 24)))
        {
            yield return $"leader {Encoding.ASCII.GetString(record, 0, 24)}";
        }

        if (record[first - 1] != 0x1E || (first - 25) % 12 != 0)
        {
            yield return $"the directory does not end before {first}";
        }

        var next = 0;
        for (var entry = 24; entry < first - 1; entry += 12)
        {
            var (tag, length, start) = (Encoding.ASCII.GetString(record, entry, 3), Number(record, entry + 3, 4), Number(record, entry + 7, 5));
            if (start != next || record[first + start + length - 1] != 0x1E)
            {
                yield return $"{tag} is not at {start}, {length} bytes long";
            }

            next = start + length;
            foreach (var fault in Field(tag, record.AsSpan(first + start, length - 1).ToArray()))
            {
                yield return fault;
            }
        }

        if (first + next + 1 != record.Length)
        {
            yield return $"{record.Length - first - next - 1} bytes are in no field";
        }
    }

    private static IEnumerable<string> Field(string tag, byte[] field)
    {
        var text = Strict.GetString(field);
        var isControl = tag.StartsWith("00", StringComparison.Ordinal);
        if (!Regex.IsMatch(tag, "^[0-9]{3}$") || !(isControl ? ControlField() : DataField()).IsMatch(text))
        {
            yield return $"{tag}: {text[..Math.Min(text.Length, 80)]}";
        }

        if (tag == "008" && text.Length != 40)
        {
            yield return $"008 has {text.Length} characters";
        }
    }

    private static IEnumerable<string> Xml(byte[] content, XName record, int editions)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(Strict.GetString(content)), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
            document = XDocument.Load(reader);
        }
        catch (XmlException broken)
        {
            return [broken.Message];
        }

        var found = document.Root!.DescendantsAndSelf(record).Count();
        var foreign = document.Root.DescendantsAndSelf().Where(element => element.Name.NamespaceName.Contains("evil", StringComparison.Ordinal) || element.Name.LocalName == "script");
        return [.. found == editions ? [] : new[] { $"{found} records of {editions}" }, .. foreign.Select(element => $"{element.Name} came from data")];
    }

    private static IEnumerable<string> Ris(byte[] content, int editions)
    {
        var text = Strict.GetString(content);
        var lines = text.Split("\r\n");
        return
        [
            .. lines.Where(line => line.Length > 0 && !RisLine().IsMatch(line)).Select(line => $"no line of RIS: {line[..Math.Min(line.Length, 60)]}"),
            .. lines.Count(line => line.StartsWith("TY  - ", StringComparison.Ordinal)) == editions && lines.Count(line => line == "ER  - ") == editions ? [] : new[] { "as many TY and ER as editions" },
            .. lines.Count(line => line.StartsWith("TI  - ", StringComparison.Ordinal)) == editions ? [] : new[] { "one title an edition" },
        ];
    }

    /// <summary>An entry: "@type{key," fields "name = {…}", "}", every brace in a pair, none of TeX's signs bare.</summary>
    private static IEnumerable<string> BibTex(byte[] content, int editions)
    {
        var text = Strict.GetString(content);
        var entries = BibTexEntry().Matches(text);
        if (entries.Count != editions || string.Concat(entries.Select(entry => entry.Value)) != text)
        {
            return [$"{entries.Count} entries of {editions}, or something between them: {text[..Math.Min(text.Length, 200)]}"];
        }

        return entries.SelectMany(entry => entry.Groups["value"].Captures).SelectMany(value => Value(value.Value));

        static IEnumerable<string> Value(string value)
        {
            var depth = 0;
            foreach (var letter in value)
            {
                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                if (depth < 0)
                {
                    break;
                }
            }

            var bare = BareSign().Match(value);
            return
            [
                .. depth == 0 ? [] : new[] { $"braces: {value[..Math.Min(value.Length, 60)]}" },
                .. bare.Success && !value.StartsWith("https://", StringComparison.Ordinal) ? new[] { $"bare {bare.Value}: {value[..Math.Min(value.Length, 60)]}" } : [],
                .. Command().Matches(value).Select(match => match.Value).Where(command => command is not (@"\textbackslash" or @"\textbraceleft" or @"\textbraceright" or @"\textasciitilde" or @"\textasciicircum")),
            ];
        }
    }

    private static IEnumerable<string> Json(byte[] content, Func<JsonElement, bool> isWhole)
    {
        var text = Strict.GetString(content);
        using var document = JsonDocument.Parse(text);
        return [.. isWhole(document.RootElement) ? [] : new[] { "not as many items as editions" }, .. text.AsSpan().IndexOfAny("<>\u2028") < 0 ? [] : new[] { "markup in a page" }];
    }

    private static int Number(byte[] bytes, int at, int digits) => int.Parse(Encoding.ASCII.GetString(bytes, at, digits), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]{5}n[a-z][a-z] a22[0-9]{5}7c 4500$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^[^\p{Cc}]+$")]
    private static partial Regex ControlField();

    [GeneratedRegex(@"^[0-9 ]{2}(?:\x1F[a-z0-9][^\p{Cc}]*)+$")]
    private static partial Regex DataField();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]  - [^\p{Cc}\u2028\u2029]*$")]
    private static partial Regex RisLine();

    [GeneratedRegex(@"@[a-z]+\{[a-z]*[0-9]*_[0-9a-z]{12},\n(?:  [a-z]+ = \{(?<value>[^\n]*)\},\n)+\}\n\n")]
    private static partial Regex BibTexEntry();

    [GeneratedRegex(@"(?<!\\)[$&%#_~^]")]
    private static partial Regex BareSign();

    [GeneratedRegex(@"\\[A-Za-z]+")]
    private static partial Regex Command();
}
