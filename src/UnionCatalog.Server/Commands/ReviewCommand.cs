using UnionCatalog.Matching.Explaining;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Lists what matching leaves to a person; also while the service is running on the same folder.</summary>
internal static class ReviewCommand
{
    public static Task<int> RunAsync(ServiceSettings settings, int limit, PageTexts texts, CancellationToken cancellation) => MatchStore.WithAsync(
        settings,
        texts,
        async store =>
        {
            var explainer = store.Get<ReviewExplainer>();
            var total = await store.Get<IReviewStore>().CountTasksAsync(cancellation);
            Terminal.WriteLine(total == 0 ? texts["review.lead.none"] : texts.Count("review.lead", total));
            foreach (var task in (await explainer.ListTasksAsync(0, limit, cancellation)).Select(store.View.Of))
            {
                Terminal.WriteLine();
                Terminal.WriteLine(task.Touches);
                MatchPrint.Short(task.Pair, texts);
            }

            if (total > limit)
            {
                Terminal.WriteLine();
                Terminal.WriteLine(texts.Count("review.more", total - limit));
            }

            PrintNumbers([.. (await explainer.ListIdentifiersAsync(limit, cancellation)).Select(store.View.Of)], texts);
            Print(texts["review.crowds"], texts["review.crowds.lead"], [.. (await explainer.ListCrowdsAsync(limit, cancellation)).Select(store.View.Of)]);
            return ExitCode.Success;
        },
        cancellation);

    private static void PrintNumbers(IReadOnlyList<IdentifierView> numbers, PageTexts texts) =>
        Print(texts["review.suspicious"], texts["review.suspicious.lead"], [.. numbers.SelectMany(number => number.Libraries.Select(library => $"  {library}").Prepend(number.Sentence))]);

    private static void Print(string heading, string lead, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Terminal.WriteLine();
        Terminal.WriteLine(heading);
        Terminal.WriteLine(lead);
        foreach (var line in lines)
        {
            Terminal.WriteLine($"  {line}");
        }
    }
}
