using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Search.Asking.Planning;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking;

/// <summary>What is asked of the index in the end, and how it differs from what the reader asked.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Widening">How it was made wider.</param>
/// <param name="Corrections">Words that were taken for others too.</param>
internal sealed record WidenedQuery(Query Query, SearchWidening Widening, IReadOnlyList<Correction> Corrections);

/// <summary>Asks more widely, step by step, where nothing is found as it was asked.</summary>
internal sealed class Widener(IIndexSnapshot snapshot, MemberDirectory members, CancellationToken cancellation)
{
    /// <summary>Where no more are found, a better guess is looked for.</summary>
    public const int Few = 2;

    private const int RareWord = 2;

    /// <summary>The query of a request that has found nothing; null: nothing wider finds anything either.</summary>
    public WidenedQuery? Widen(SearchRequest request)
    {
        var plan = SearchPlanner.PlanQuestion(request, members, new Speller(snapshot, cancellation));
        if (Finds(request, plan.WithAllWords()))
        {
            // Without corrections it was a phrase, whose words do not stand together anywhere, or two years that look like an ISSN.
            return new WidenedQuery(plan.WithAllWords(), plan.Corrections.Count > 0 ? SearchWidening.Spelling : SearchWidening.MostWords, plan.Corrections);
        }

        return MostWords(request, plan) is { } most ? new WidenedQuery(most, SearchWidening.MostWords, plan.Corrections) : null;
    }

    /// <summary>
    /// What the reader may have meant where next to nothing is found, and a word of it is so rare that it may be a slip in a record
    /// too; null: no better guess.
    /// </summary>
    public string? Suggest(SearchRequest request, long total)
    {
        var plan = SearchPlanner.PlanQuestion(request, members, new Speller(snapshot, cancellation, RareWord));
        if (plan.Corrections.Count == 0 || DidYouMean.Of(request.Text, plan.Corrections) is not { } meant)
        {
            return null;
        }

        var instead = request with { Text = meant };
        return Count(instead, SearchPlanner.PlanQuestion(instead, members).WithAllWords()) >= total * Speller.TimesAsFrequent ? meant : null;
    }

    /// <summary>The editions that have as many of the words as any has.</summary>
    private Query? MostWords(SearchRequest request, QuestionPlan plan)
    {
        // Fewer words find no less: so the most that find something are found by halving.
        var (most, tooMany) = (0, plan.Words.Count);
        while (tooMany - most > 1)
        {
            var words = (most + tooMany + 1) / 2;
            (most, tooMany) = Finds(request, plan.WithWords(words)) ? (words, tooMany) : (most, words);
        }

        return most == 0 ? null : plan.WithWords(most);
    }

    private bool Finds(SearchRequest request, Query query) => Count(request, query) > 0;

    private long Count(SearchRequest request, Query query) => snapshot.Search(SearchPlanner.Count(request, query), cancellation).Total;
}
