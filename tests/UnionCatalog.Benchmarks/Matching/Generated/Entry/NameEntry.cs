using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Enters the persons and bodies.</summary>
internal static class NameEntry
{
    public static void Enter(Description entry, Library library, ErrorRates rates, ref Dice dice)
    {
        var edition = entry.Edition;
        List<Person> authors = [.. edition.Authors];
        entry.Responsibility = Responsibility(edition, authors, rates, ref dice);
        if (edition.Body is { } body && dice.Hits(45))
        {
            entry.Names.Add(new EnteredName(library.IsInCapitals ? body.ToUpperInvariant() : body, null, IsBody: true));
            if (dice.Hits(60))
            {
                return;
            }
        }

        if (dice.Happens(rates.AuthorsMissing))
        {
            authors.Clear();
        }
        else if (authors.Count > 1 && dice.Happens(rates.OthersMissing))
        {
            authors.RemoveRange(1, authors.Count - 1);
        }
        else if (authors.Count > 1 && dice.Happens(rates.OrderChanged))
        {
            authors.Reverse();
        }

        entry.Names.AddRange(authors.Select(author => new EnteredName(author.Natural, null, IsBody: false)).DistinctBy(name => name.Text));
        for (var at = entry.Names.Count - authors.Count; at < entry.Names.Count && at >= 0; at++)
        {
            var author = authors.Find(one => one.Natural == entry.Names[at].Text);
            entry.Names[at] = author is null ? entry.Names[at] : entry.Names[at] with { Text = Write(author, edition, library, rates, ref dice) };
        }

        if (edition.Translator is { } translator && !dice.Happens(rates.TranslatorMissing))
        {
            entry.Names.Add(new EnteredName(Write(translator, edition, library, rates, ref dice), "penerjemah", IsBody: false));
        }
    }

    // As printed, so that what the names have lost is often still here.
    private static string? Responsibility(Edition edition, List<Person> authors, ErrorRates rates, ref Dice dice)
    {
        if (authors.Count == 0 || dice.Hits(25))
        {
            return null;
        }

        var names = authors.Select(author => string.Join(' ', new[] { author.Before, author.Natural }.OfType<string>())).ToList();
        var text = (dice.Hits(12) ? "oleh " : "") + (names.Count > 3 ? names[0] + " ... [et al.]" : string.Join(", ", names));
        text += edition.Translator is { } translator && !dice.Happens(rates.TranslatorMissing) ? $" ; penerjemah, {translator.Natural}" : "";
        return edition.IsOldSpelling ? Wording.Old(text, edition.Year) : text;
    }

    private static string Write(Person person, Edition edition, Library library, ErrorRates rates, ref Dice dice)
    {
        var words = (string[])person.Words.Clone();
        if (edition.IsOldSpelling && !dice.Happens(rates.Modernised))
        {
            words = Array.ConvertAll(words, word => Wording.Old(word, edition.Year));
        }

        if (person.Kind == NameKind.Arabic && dice.Happens(rates.ArabicVaried))
        {
            words = Vary(words, ref dice);
        }
        else if (words.Length > 1 && person.Kind != NameKind.Arabic && dice.Happens(rates.Initials))
        {
            words = [.. words[..^1].Select(word => word[0] + "."), words[^1]];
        }

        if (dice.Happens(rates.NameSlip))
        {
            var which = dice.Next(words.Length);
            words[which] = Wording.Slip(words[which], ref dice);
        }

        var name = Turn(person, words, library.Inverts ^ dice.Happens(rates.NameTurned), rates, ref dice);
        return library.IsInCapitals ? name.ToUpperInvariant() : name;
    }

    private static string Turn(Person person, string[] words, bool isInverted, ErrorRates rates, ref Dice dice)
    {
        var natural = string.Join(' ', words);
        if (words.Length == 1)
        {
            return natural;
        }

        isInverted = person.Kind switch
        {
            NameKind.Western => isInverted || dice.Hits(60),
            NameKind.Japanese => isInverted && dice.Hits(50),
            _ => isInverted,
        };
        var keepsTitles = dice.Happens(rates.TitlesKept);
        var before = keepsTitles && person.Before is not null ? person.Before + " " : "";
        var after = keepsTitles && person.After is not null ? ", " + person.After : "";
        return isInverted
            ? Inverted(person, words) + (before.Length > 0 && dice.Hits(50) ? ", " + before.Trim() : "")
            : before + natural + after;
    }

    private static string Inverted(Person person, string[] words)
    {
        if (person.Kind == NameKind.Japanese)
        {
            return $"{words[0]}, {string.Join(' ', words[1..])}";
        }

        var last = words[^1];
        var dash = person.Kind == NameKind.Arabic ? last.IndexOf('-', StringComparison.Ordinal) : -1;
        return dash > 0
            ? $"{last[(dash + 1)..]}, {string.Join(' ', words[..^1])} {last[..(dash + 1)]}"
            : $"{last}, {string.Join(' ', words[..^1])}";
    }

    private static string[] Vary(string[] words, ref Dice dice) => dice.Next(4) switch
    {
        0 => [.. words.Where(word => word is not ("bin" or "Ibnu"))],
        1 => Array.ConvertAll(words, word => word.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 and < 4 ? word[(dash + 1)..] : word),
        2 => Array.ConvertAll(words, word => word.Replace("-", " ", StringComparison.Ordinal)),
        _ => Array.ConvertAll(words, word => word switch { "Ibnu" => "Ibn", "Muhammad" => "Muh.", "Abdul" => "'Abd al-", _ => word.Replace("sy", "sh", StringComparison.Ordinal) }),
    };
}
