namespace UnionCatalog.Search.Asking.Reading;

/// <summary>A piece of what was typed, between blanks or quotes.</summary>
/// <param name="Text">Its text, without sign, prefix and quotes.</param>
/// <param name="Form">How it stood there.</param>
internal sealed record Token(string Text, TokenForm Form)
{
    /// <summary>Whether a hyphen stood directly before it.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The name of a field before a colon as it was typed; null: none.</summary>
    public string? Prefix { get; init; }

    /// <summary>Its field.</summary>
    public AskedField Field { get; init; }
}

/// <summary>How a piece stood in the text.</summary>
internal enum TokenForm
{
    /// <summary>By itself.</summary>
    Bare,

    /// <summary>In quotes.</summary>
    Quoted,

    /// <summary>In brackets behind a prefix.</summary>
    Bracketed,
}
