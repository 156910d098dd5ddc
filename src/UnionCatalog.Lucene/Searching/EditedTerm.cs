using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Lucene.Searching;

/// <summary>What is so many edits away from a term, as Lucene's automata read it; two neighbours exchanged are one edit.</summary>
internal sealed class EditedTerm
{
    private readonly CompiledAutomaton[] _byEdits;

    /// <param name="term">The term.</param>
    /// <param name="edits">The most edits.</param>
    /// <param name="samePrefix">How many characters at the start must be the same.</param>
    public EditedTerm(string term, int edits, int samePrefix)
    {
        // Half a character becomes what stands for none, as it is in the index.
        var runes = Encoding.UTF8.GetString(Expansion.Encode(term)).EnumerateRunes().ToList();
        var same = string.Concat(runes.Take(samePrefix));
        var automata = new LevenshteinAutomata(string.Concat(runes.Skip(samePrefix)), withTranspositions: true);
        _byEdits = [.. Enumerable.Range(0, edits + 1).Select(most => Compile(same, automata.ToAutomaton(most)))];
    }

    /// <summary>Those of a field's terms that are near enough.</summary>
    public TermsEnum Among(Terms terms) => _byEdits[^1].GetTermsEnum(terms);

    /// <summary>How many edits away a term is that is near enough.</summary>
    public int EditsTo(BytesRef term) => Array.FindIndex(_byEdits, automaton => automaton.RunAutomaton.Run(term.Bytes, term.Offset, term.Length));

    private static CompiledAutomaton Compile(string same, Automaton edited) =>
        new(same.Length == 0 ? edited : BasicOperations.Concatenate(BasicAutomata.MakeString(same), edited), finite: true, simplify: false);
}
