namespace UnionCatalog.Benchmarks.FullText;

/// <summary>Whether the engines find the same: a benchmark of wrong answers is worth nothing.</summary>
internal static class Agreement
{
    private const int Sample = 25;

    /// <summary>FTS5 is given every word that a misspelt word may stand for, which takes it long.</summary>
    private const int SampleOfFuzzy = 5;

    /// <summary>Asks every engine the first questions of a class.</summary>
    /// <returns>False where two that can tell differ.</returns>
    public static bool Check(Report report, string name, IReadOnlyList<Question> questions, IReadOnlyList<IEngine> engines)
    {
        var checkedCount = 0;
        foreach (var question in questions.Take(questions[0].Kind == Kind.Fuzzy ? SampleOfFuzzy : Sample))
        {
            var answers = engines.Select(engine => (engine.Name, Answer: engine.Answer(question))).Where(answer => answer.Answer is not null).ToList();
            foreach (var (engine, answer) in answers.Skip(1))
            {
                checkedCount++;
                if (!Agree(answers[0].Answer!, answer!))
                {
                    report.Print($"agreement class={name} differ=yes question={question.Kind}:{question.Field}:{string.Join('+', question.Words)}");
                    report.Print($"  {answers[0].Name}: {answers[0].Answer}");
                    report.Print($"  {engine}: {answer}");
                    return false;
                }
            }
        }

        report.Print($"agreement class={name} differ={(checkedCount == 0 ? "unknown" : "no")} compared={checkedCount}");
        return true;
    }

    /// <summary>An engine that gives no order is not asked for one.</summary>
    private static bool Agree(Answer one, Answer other) =>
        one.Total == other.Total
        && (one.Firsts.Count == 0 || other.Firsts.Count == 0 || one.Firsts.SequenceEqual(other.Firsts))
        && one.Facets.Keys.Intersect(other.Facets.Keys).All(facet => one.Facets[facet].SequenceEqual(other.Facets[facet]));
}
