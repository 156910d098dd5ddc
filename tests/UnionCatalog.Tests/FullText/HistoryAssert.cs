using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>Holds an index against the reference that went through the same history.</summary>
internal static class HistoryAssert
{
    /// <summary>A whole history, each state searched.</summary>
    public static void Agree(RandomHistory history, int commits, int searches, string context)
    {
        for (var commit = 1; commit <= commits; commit++)
        {
            history.Edit(most: Math.Max(12, history.Library.Shape.Keys / 4));
            history.Rest();
            Agree(history, searches, $"{context}, commit {commit}");
        }
    }

    /// <summary>The last committed state, searched in random ways.</summary>
    public static void Agree(RandomHistory history, int searches, string context)
    {
        using var snapshot = history.Index.OpenSnapshot();
        var reference = history.Reference;
        Assert.That((snapshot.Cursor, snapshot.DocumentCount), Is.EqualTo((history.Cursor, reference.Documents.Count)), context);
        Assert.That(snapshot.FindStored("k-none"), Is.Null, context);
        foreach (var document in reference.Documents.Take(200))
        {
            Assert.That(snapshot.FindStored(document.Key).AsSpan().SequenceEqual(document.Stored), Is.True, $"what is stored with {document.Key}, {context}");
        }

        TermsAgree(snapshot, history, context);
        for (var search = 0; search < searches; search++)
        {
            var plan = history.Searches.Plan();
            Agree(snapshot, reference, plan, context);
            PagesAgree(snapshot, plan, 1 + history.Library.Next(40), context);
        }
    }

    /// <summary>One search of one state.</summary>
    public static void Agree(IIndexSnapshot snapshot, ReferenceIndex reference, SearchPlan plan, string context)
    {
        if (Agreement.Differ(snapshot, reference, plan) is { } difference)
        {
            Assert.Fail($"{context}: {PlanText.Show(plan)}{Environment.NewLine}{difference}");
        }
    }

    /// <summary>Pages one after the other, each behind the last hit of the one before, are the whole.</summary>
    private static void PagesAgree(IIndexSnapshot snapshot, SearchPlan plan, int size, string context)
    {
        plan = plan with { Offset = 0, Count = 10 * size };
        var whole = snapshot.Search(plan);
        var next = plan with { Count = size };
        var pages = new List<Hit>();
        while (pages.Count < whole.Hits.Count)
        {
            var page = snapshot.Search(next);
            pages.AddRange(page.Hits);
            if (page.Total != whole.Total || page.Hits.Count == 0)
            {
                break;
            }

            next = next with { After = snapshot.CursorAt(next, page.Hits[^1]) };
        }

        if (!pages.SequenceEqual(whole.Hits))
        {
            Assert.Fail($"{context}: pages of {size} of {PlanText.Show(plan)}{Environment.NewLine}{string.Join(' ', pages)} are not {string.Join(' ', whole.Hits)}");
        }
    }

    private static void TermsAgree(IIndexSnapshot snapshot, RandomHistory history, string context)
    {
        var field = history.Library.One(history.Library.Fields);
        var (list, expected) = (snapshot.Terms(field), history.Reference.Terms(field));
        var start = history.Library.Next(4) == 0 ? "" : history.Searches.Term(field);
        var behind = expected.Where(term => ReferenceWords.Compare(term.Term, start) >= 0);
        Assert.That(list.From(start).Take(500), Is.EqualTo(behind.Take(500)), $"terms of {field} from '{start}', {context}");
        var before = expected.Where(term => ReferenceWords.Compare(term.Term, start) < 0).Reverse();
        Assert.That(list.Before(start).Take(500), Is.EqualTo(before.Take(500)), $"terms of {field} before '{start}', {context}");
        Assert.That(list.Before(null).Take(500), Is.EqualTo(expected.Reverse().Take(500)), $"terms of {field} backwards, {context}");

        var beginning = string.Concat(start.EnumerateRunes().Take(history.Library.Next(3)));
        var frequent = expected.Where(term => term.Term.StartsWith(beginning, StringComparison.Ordinal))
            .OrderByDescending(term => term.Documents); // stable: ties stay in the terms' order
        if (start.Length is > 0 and < IndexLimits.TermLength)
        {
            var near = expected.Where(term => ReferenceWords.Edits(term.Term, start) <= 1 && term.Term.StartsWith(beginning, StringComparison.Ordinal));
            Assert.That(list.Near(start, 1, beginning.EnumerateRunes().Count()), Is.EqualTo(near), $"the terms of {field} near '{start}', {context}");
        }

        Assert.That(list.MostFrequent(beginning, 7), Is.EqualTo(frequent.Take(7)), $"the most frequent terms of {field} with '{beginning}', {context}");
    }
}
