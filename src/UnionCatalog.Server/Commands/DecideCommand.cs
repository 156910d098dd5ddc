using UnionCatalog.Matching.Deciding;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Takes, lists and withdraws decisions about pairs of records; also while the service is running on the same folder.</summary>
internal static class DecideCommand
{
    private const int Listed = 200;

    /// <summary>Decides.</summary>
    public static Task<int> DecideAsync(
        ServiceSettings settings, OverrideKind kind, RecordKey left, RecordKey right, string why, string? by, PageTexts texts, CancellationToken cancellation) => MatchStore.WithAsync(
        settings,
        texts,
        async store =>
        {
            var outcome = await store.Get<DecisionDesk>().DecideAsync(new(kind, left.ToString(), right.ToString(), why, by ?? Environment.UserName), cancellation);
            var words = store.View.Texts;
            if (outcome is not DecisionOutcome.Kept { Decision: var kept })
            {
                return MatchStore.Refuse([words.Tell(outcome), .. words.Chain(outcome)]);
            }

            Terminal.WriteLine(words.Tell(kept));
            Terminal.WriteLine(words.Tell(outcome));
            return ExitCode.Success;
        },
        cancellation);

    /// <summary>Lists those in force, the newest first.</summary>
    public static Task<int> ListAsync(ServiceSettings settings, PageTexts texts, CancellationToken cancellation) => MatchStore.WithAsync(
        settings,
        texts,
        async store =>
        {
            var any = false;
            for (var skip = 0; await store.Get<IOverrideStore>().ListAsync(skip, Listed, cancellation) is { Count: > 0 } some; skip += some.Count)
            {
                any = true;
                foreach (var decision in some)
                {
                    Terminal.WriteLine(store.View.Texts.Tell(decision));
                }
            }

            if (!any)
            {
                Terminal.WriteLine(texts["review.decisions.none"]);
            }

            return ExitCode.Success;
        },
        cancellation);

    /// <summary>Withdraws one.</summary>
    public static Task<int> WithdrawAsync(ServiceSettings settings, RecordKey left, RecordKey right, PageTexts texts, CancellationToken cancellation) => MatchStore.WithAsync(
        settings,
        texts,
        async store =>
        {
            if (await store.Get<IOverrideStore>().WithdrawAsync(left, right, cancellation) is not { } withdrawn)
            {
                return MatchStore.Refuse([texts.Format("match.decision.none", left, right)]);
            }

            Terminal.WriteLine(store.View.Texts.Tell(withdrawn));
            Terminal.WriteLine(texts["match.decision.withdrawn"]);
            return ExitCode.Success;
        },
        cancellation);
}
