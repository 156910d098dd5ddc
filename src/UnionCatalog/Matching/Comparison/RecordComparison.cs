namespace UnionCatalog.Matching.Comparison;

/// <summary>Decides from the evidence whether two records are of the same edition. It prefers to leave two apart.</summary>
internal static class RecordComparison
{
    // A shared identifier is a candidate, never a verdict: publishers use an ISBN twice, sets carry one for all volumes.
    private static readonly (Feature Feature, MatchReason Reason)[] Vetoes =
    [
        (Feature.Title, MatchReason.TitlesDiffer),
        (Feature.Parts, MatchReason.PartsDiffer),
        (Feature.Format, MatchReason.FormatsDiffer),
        (Feature.Language, MatchReason.LanguagesDiffer),
        (Feature.Edition, MatchReason.EditionsDiffer),
    ];

    /// <summary>Compares two records; the order of the two makes no difference to the verdict.</summary>
    public static MatchVerdict Compare(MatchFeatures left, MatchFeatures right)
    {
        var evidence = FeatureComparison.Compare(left, right);
        return new MatchVerdict(Decide(new Findings(evidence)), evidence);
    }

    private static MatchReason Decide(Findings found)
    {
        foreach (var (feature, reason) in Vetoes)
        {
            if (found.Disagree(feature))
            {
                return reason;
            }
        }

        if (SharesIdentifier(found))
        {
            return MatchReason.SharedIdentifier;
        }

        if (found.Disagree(Feature.Isbn) || found.Disagree(Feature.Issn))
        {
            return MatchReason.IdentifiersDiffer;
        }

        return DecideByDescription(found);
    }

    // Printings carry other years with the same ISBN, so years and pages have no say beside one. An ISSN stands in books
    // of a series as well: there the years must agree, and in serials it is the title that names them.
    private static bool SharesIdentifier(Findings found) =>
        (found.Agree(Feature.Isbn) && found.Agree(Feature.Title) && !(found.Disagree(Feature.Author) && found.Disagree(Feature.Publisher)))
        || (found.Agree(Feature.Isbn) && found.Near(Feature.Title) && !found.Disagree(Feature.Author))
        || (found.Agree(Feature.Issn) && found.Agree(Feature.Title) && !found.Near(Feature.Parts)
            && (found.AreSerials || (found.Agree(Feature.Year) && !found.Disagree(Feature.Pages))));

    private static MatchReason DecideByDescription(Findings found)
    {
        if (found.Near(Feature.Parts) || found.Disagree(Feature.Pages) || found.Disagree(Feature.Author) || found.Disagree(Feature.Series))
        {
            return MatchReason.NotEnough;
        }

        if (found.Agree(Feature.Title) && found.Agree(Feature.Publisher))
        {
            if (found.AreSerials)
            {
                return MatchReason.SameSerial;
            }

            if (found.Agree(Feature.Author) && found.Agree(Feature.Year))
            {
                return MatchReason.SameDescription;
            }
        }

        return found.Agree(Feature.OriginalScript) && found.Agree(Feature.Author)
            && (found.Agree(Feature.Year) || found.Agree(Feature.Publisher))
            && !found.Disagree(Feature.Year) && !found.Disagree(Feature.Publisher)
            ? MatchReason.SameInOriginalScript
            : MatchReason.NotEnough;
    }

    private readonly struct Findings(IReadOnlyList<Evidence> evidence)
    {
        public bool AreSerials => evidence[(int)Feature.Format] is { Agreement: Agreement.Agree, Left: nameof(Records.ResourceFormat.Serial) };

        public bool Agree(Feature feature) => evidence[(int)feature].Agreement == Agreement.Agree;

        public bool Near(Feature feature) => evidence[(int)feature].Agreement == Agreement.Near;

        public bool Disagree(Feature feature) => evidence[(int)feature].Agreement == Agreement.Disagree;
    }
}
