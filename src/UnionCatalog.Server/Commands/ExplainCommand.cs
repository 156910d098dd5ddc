using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows why two records are, or are not, one edition; also while the service is running on the same folder.</summary>
internal static class ExplainCommand
{
    public static Task<int> RunAsync(ServiceSettings settings, RecordKey left, RecordKey right, PageTexts texts, CancellationToken cancellation) =>
        MatchStore.WithAsync(
            settings,
            texts,
            async store =>
            {
                var explained = await store.Get<MatchExplainer>().ExplainAsync(left, right, cancellation);
                if (explained is not PairExplaining.Explained { Pair: var pair })
                {
                    return MatchStore.Refuse(((PairExplaining.Missing)explained).Records.Select(store.View.Texts.Tell));
                }

                MatchPrint.Whole(store.View.Of(pair), texts);
                return ExitCode.Success;
            },
            cancellation);
}
