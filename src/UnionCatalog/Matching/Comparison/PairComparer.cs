using UnionCatalog.Records;

namespace UnionCatalog.Matching.Comparison;

/// <summary>
/// Compares two records feature by feature. Each level of agreement has a weight (weights.tsv), which add up; a veto
/// overrules any sum. The order of the two records makes no difference.
/// </summary>
internal static class PairComparer
{
    /// <summary>How many features there are.</summary>
    public static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    /// <summary>Judges whether two records are of the same edition.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="suspicious">The identifiers that are not believed; null for none.</param>
    public static Judgement Judge(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious = null)
    {
        // The vetoes that cost little first: most candidates end here.
        if (QuickVeto(left, right) is { } veto)
        {
            return new(Outcome.Different, Weights.Least, veto);
        }

        // Most of those that share an author, a year or a publisher are other books of theirs.
        if (Titles(left, right) == Level.Differs)
        {
            return new(Outcome.Different, Weights.Least, Veto.Titles);
        }

        Span<Level> levels = stackalloc Level[FeatureCount];
        Observe(left, right, suspicious, levels);
        return Decide(levels, HaveTitles(left, right));
    }

    /// <summary>The same with the evidence, for a person to read.</summary>
    public static Comparison Explain(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious = null)
    {
        var levels = new Level[FeatureCount];
        Observe(left, right, suspicious, levels);
        return new(Decide(levels, HaveTitles(left, right)), [.. Enum.GetValues<Feature>().Select(feature => new Evidence(
            feature,
            levels[(int)feature],
            FeatureText.Of(feature, left),
            FeatureText.Of(feature, right),
            Weights.Present.Of(feature, levels[(int)feature])))]);
    }

    /// <summary>Compares every feature.</summary>
    public static void Observe(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious, Span<Level> levels)
    {
        levels[(int)Feature.Isbn] = Isbns(left, right, suspicious);
        levels[(int)Feature.Issn] = IdentifierComparison.Compare(left.Issns, right.Issns, suspicious);
        levels[(int)Feature.Number] = IdentifierComparison.Numbers(left.Numbers, right.Numbers, suspicious);
        levels[(int)Feature.Title] = Titles(left, right);
        levels[(int)Feature.OriginalScript] = TitleComparison.CompareScripts(left.Title.Script, right.Title.Script);
        levels[(int)Feature.Volume] = PartComparison.Volumes(left, right);
        levels[(int)Feature.Course] = PartComparison.Courses(left, right);
        levels[(int)Feature.Companion] = PartComparison.Companions(left, right);
        levels[(int)Feature.Author] = AuthorComparison.Compare(left, right);
        levels[(int)Feature.Publisher] = ImprintComparison.Publishers(left.Publishers, right.Publishers);
        levels[(int)Feature.Place] = ImprintComparison.Places(left.Places, right.Places);
        levels[(int)Feature.Series] = ImprintComparison.Series(left.Series, right.Series);
        levels[(int)Feature.Edition] = ImprintComparison.Editions(left.Edition, right.Edition);
        levels[(int)Feature.Pages] = ImprintComparison.Pages(left.Pages, right.Pages);
        levels[(int)Feature.Year] = ImprintComparison.Years(left, right, levels[(int)Feature.Pages]);
        levels[(int)Feature.Volumes] = ImprintComparison.Volumes(left, right);
        levels[(int)Feature.Language] = ImprintComparison.Places(left.Languages, right.Languages) is Level.Differs ? Level.Differs
            : left.Languages.Count == 0 || right.Languages.Count == 0 ? Level.Unknown : Level.Equal;
        levels[(int)Feature.Format] = left.Format == ResourceFormat.Unknown || right.Format == ResourceFormat.Unknown ? Level.Unknown
            : left.Format != right.Format ? Level.Differs : left.Format == ResourceFormat.Serial ? Level.Compatible : Level.Equal;
    }

    private static Judgement Decide(ReadOnlySpan<Level> levels, bool haveTitles)
    {
        var weights = Weights.Present;
        var sum = weights.Prior;
        for (var feature = 0; feature < levels.Length; feature++)
        {
            sum += weights.Of((Feature)feature, levels[feature]);
        }

        // Records that bring others together say too little to hold apart two that say so much against one another.
        var veto = FindVeto(levels) ?? (sum < weights.Apart ? Veto.Evidence : null);
        return new(veto is not null ? Outcome.Different : haveTitles ? Judge(levels, sum) : Unsure(sum), sum, veto);
    }

    // Who has no title may be anything: an ISBN is shared by mistake too often.
    private static Outcome Unsure(int sum) => sum >= Weights.Present.Unsure ? Outcome.Unsure : Outcome.Different;

    // What a person would have to look at, a number that a union gave to one edition decides.
    private static Outcome Judge(ReadOnlySpan<Level> levels, int sum) =>
        sum >= Weights.Present.Same && SharedFacts.AreEnough(levels) ? Outcome.Same
        : sum >= Weights.Present.Unsure && SharedFacts.NameOneEdition(levels) ? Outcome.Same
        : Unsure(sum);

    /// <summary>
    /// What no weight overrules in these levels; null when nothing does. A number that a union gave to one edition overrules what
    /// two librarians read on its title page as different statements of edition, and nothing else.
    /// </summary>
    public static Veto? FindVeto(ReadOnlySpan<Level> levels) =>
        levels[(int)Feature.Title] == Level.Differs ? Veto.Titles
        : levels[(int)Feature.Volume] == Level.Differs || levels[(int)Feature.Course] == Level.Differs || levels[(int)Feature.Companion] == Level.Differs ? Veto.Parts
        : levels[(int)Feature.Format] == Level.Differs ? Veto.Formats
        : levels[(int)Feature.Language] == Level.Differs ? Veto.Languages
        : levels[(int)Feature.Number] == Level.Equal ? null
        : levels[(int)Feature.Edition] == Level.Differs ? Veto.Editions
        : null;

    private static Level Isbns(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious)
    {
        var level = IdentifierComparison.Compare(left.Isbns, right.Isbns, suspicious);
        return level == Level.Unknown && left.InvalidIsbns.Any(right.InvalidIsbns.Contains) ? Level.Invalid : level;
    }

    private static Level Titles(MatchFeatures left, MatchFeatures right) => TitleComparison.Compare(left.Title, right.Title) switch
    {
        Level.Differs => SeriesInTitle.Compare(left, right),
        var level => level,
    };

    private static bool HaveTitles(MatchFeatures left, MatchFeatures right) => left.Title.Whole.Length > 0 && right.Title.Whole.Length > 0;

    private static Veto? QuickVeto(MatchFeatures left, MatchFeatures right) =>
        left.Format != right.Format && left.Format != ResourceFormat.Unknown && right.Format != ResourceFormat.Unknown ? Veto.Formats
        : left.Languages.Count > 0 && right.Languages.Count > 0 && left.Languages[0] != right.Languages[0] && !left.Languages.Any(right.Languages.Contains) ? Veto.Languages
        : PartComparison.Differ(left, right) ? Veto.Parts
        : null;
}
