using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>One word in several fields, scored by BM25F.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="forms">The word in each field.</param>
/// <param name="weight">The word's rarity times k1 + 1: what no score reaches.</param>
internal sealed class WordNode(Workspace workspace, WordForm[] forms, double weight) : Node
{
    /// <summary>How much a bound may be too low: where two sums are nearly the same, what they saturate to is rounded either way.</summary>
    private const double Rounding = 1 + 1e-12;

    private SegmentScope _scope = null!;
    private int _estimate;

    public override int Estimate => _estimate;

    public override void Enter(SegmentScope scope)
    {
        var sum = 0L;
        foreach (var form in forms)
        {
            form.Term.Enter(scope);
            sum += form.Term.Entry.Documents;
        }

        _scope = scope;
        _estimate = (int)Math.Min(sum, scope.Count);
    }

    public override DocumentSet Find()
    {
        var found = workspace.RentSet().BeginBits(_scope.Count);
        AddTo(found);
        return found;
    }

    public override void AddTo(DocumentSet bits)
    {
        foreach (var form in forms)
        {
            form.Term.AddTo(bits);
        }
    }

    public override void Restrict(DocumentSet candidates)
    {
        if (candidates.IsBitmap)
        {
            base.Restrict(candidates);
            return;
        }

        KeepThoseItHas(candidates, workspace.Watch);
        foreach (var form in forms)
        {
            form.Term.Rewind();
        }
    }

    public override bool Has(int document)
    {
        foreach (var form in forms)
        {
            if (form.Term.Cursor.SeekTo(document) == document)
            {
                return true;
            }
        }

        return false;
    }

    public override double Score(int document)
    {
        var sum = 0.0;
        foreach (var form in forms)
        {
            var frequency = form.Term.FrequencyIn(document);
            sum += frequency == 0 ? 0 : form.Weigh(frequency, form.Term.Reader.Lengths[document]);
        }

        return Saturate(sum);
    }

    public override void ScoreFound(Batch batch, Span<double> scores) => ScoreAny(batch, scores);

    public override void ScoreAny(Batch batch, Span<double> scores)
    {
        scores.Clear();
        foreach (var form in forms)
        {
            form.AddTo(batch, scores);
        }

        foreach (ref var score in scores)
        {
            score = Saturate(score);
        }
    }

    public override double Bound(int document, out int until)
    {
        (var sum, until) = (0.0, int.MaxValue);
        foreach (var form in forms)
        {
            sum += form.Bound(document, out var end);
            until = Math.Min(until, end);
        }

        return Saturate(sum) * Rounding;
    }

    private double Saturate(double frequency) =>
        double.IsPositiveInfinity(frequency) ? weight : weight * (frequency / (CollectionStatistics.K1 + frequency));
}

/// <summary>A word in one of its fields.</summary>
/// <param name="Term">Its documents.</param>
/// <param name="Weight">The field's weight.</param>
/// <param name="Factors">The field's length factors.</param>
internal sealed record WordForm(TermDocuments Term, double Weight, double[] Factors)
{
    /// <summary>What a frequency counts for in a field of that length.</summary>
    public double Weigh(double frequency, byte length) => Weight * (frequency / Factors[length]);

    /// <summary>Adds to each document's sum what its frequency counts for.</summary>
    public void AddTo(Batch batch, Span<double> sums)
    {
        Term.Match(batch);
        var documents = batch.Documents;
        var lengths = Term.Reader.Lengths;
        var places = batch.Places;
        var frequencies = batch.Frequencies;
        for (var at = 0; at < places.Length; at++)
        {
            sums[places[at]] += Weigh(frequencies[at], lengths[documents[places[at]]]);
        }
    }

    /// <summary>What no document from this one until that one counts for more than.</summary>
    public double Bound(int document, out int until)
    {
        if (Term.Entry.Documents == 0 || Weight == 0)
        {
            until = int.MaxValue;
            return 0;
        }

        var block = Term.BlockAt(document, out until);
        if (block < 0)
        {
            return Term.HasAt(document, out until) ? double.PositiveInfinity : 0;
        }

        var (bound, impacts) = (0.0, Term.Cursor.BlockImpacts()[block]);
        for (var times = 1; times <= Impacts.Classes; times++, impacts >>= 8)
        {
            if ((byte)impacts != Impacts.None)
            {
                bound = Math.Max(bound, Weigh(times < Impacts.Classes ? times : Term.Cursor.GreatestFrequency, (byte)impacts));
            }
        }

        return bound;
    }
}
