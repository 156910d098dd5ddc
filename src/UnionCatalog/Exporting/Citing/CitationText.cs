using System.Text;

namespace UnionCatalog.Exporting.Citing;

/// <summary>Puts a reference together: sentence after sentence, never two stops in a row.</summary>
internal sealed class CitationText
{
    private readonly List<CitationRun> _runs = [];
    private readonly StringBuilder _open = new();

    /// <summary>Adds text.</summary>
    public CitationText Add(string text)
    {
        _open.Append(text);
        return this;
    }

    /// <summary>Adds the title of the work.</summary>
    public CitationText Title(string title)
    {
        Close();
        _runs.Add(new CitationRun(title, IsTitle: true));
        return this;
    }

    /// <summary>Ends a sentence, unless it has ended: after "Trans." or "?" comes no other stop.</summary>
    public CitationText Stop()
    {
        var last = _open.Length > 0 ? _open[^1] : _runs is [.., var run] && run.Text.Length > 0 ? run.Text[^1] : '.';
        return last is '.' or '?' or '!' or '؟' ? this : Add(".");
    }

    /// <summary>The reference.</summary>
    public Citation ToCitation()
    {
        Close();
        return new Citation(_runs);
    }

    /// <summary>With its first letter a capital, for words that begin a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private void Close()
    {
        if (_open.Length > 0)
        {
            _runs.Add(new CitationRun(_open.ToString(), IsTitle: false));
            _open.Clear();
        }
    }
}
