using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>What Melinda compares of a record.</summary>
internal sealed class MelindaFeatures
{
    /// <summary>The valid ISBNs of the volume: what says that it is of the set is left out.</summary>
    public required HashSet<string> Isbns { get; init; }

    /// <summary>Other numbers, by which candidates are found and which weigh nothing.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>The title without its remainder.</summary>
    public required string Title { get; init; }

    /// <summary>The remainder; empty when there is none.</summary>
    public required string Remainder { get; init; }

    /// <summary>Number and name of the part; empty when there is none.</summary>
    public required string Part { get; init; }

    /// <summary>The names of persons and bodies.</summary>
    public required HashSet<string> Authors { get; init; }

    /// <summary>The kind of thing.</summary>
    public required ResourceFormat Format { get; init; }

    /// <summary>The year.</summary>
    public required int? Year { get; init; }

    /// <summary>The languages.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The publisher; empty when none is named.</summary>
    public required string Publisher { get; init; }

    /// <summary>The title with its remainder.</summary>
    public string WholeTitle => Title + Remainder;

    /// <summary>Reads them.</summary>
    public static MelindaFeatures Read(BibRecord record) => new()
    {
        Isbns = [.. record.Identifiers.Where(id => id.Kind == IdentifierKind.Isbn && id.IsValid && !IsOfSet(id.Qualifier)).Select(id => id.Value)],
        Numbers = [.. record.Identifiers.Where(id => id.IsValid && id.Kind is not (IdentifierKind.Isbn or IdentifierKind.Other)).Select(id => id.Value),
            .. record.ControlNumbers.Where(number => number.Agency is not null).Select(number => $"{number.Agency} {number.Number}")],
        Title = RuleText.Joined(record.Title.Proper),
        Remainder = RuleText.Joined(record.Title.Remainder),
        Part = RuleText.Joined(record.Title.PartNumber + " " + record.Title.PartName),
        Authors = [.. record.Contributors.Select(name => RuleText.Joined(name.Name)).Where(name => name.Length > 0)],
        Format = RuleText.RecordType(record.Format),
        Year = record.Year,
        Languages = record.Languages,
        Publisher = RuleText.Joined(record.Publications.Select(publication => publication.Publisher).FirstOrDefault(name => name is not null)),
    };

    // Finnish "koko teos", as others say it.
    private static bool IsOfSet(string? qualifier) => qualifier is not null
        && (qualifier.Contains("lengkap", StringComparison.OrdinalIgnoreCase) || qualifier.Contains("set", StringComparison.OrdinalIgnoreCase)
            || qualifier.Contains("koko teos", StringComparison.OrdinalIgnoreCase));
}
