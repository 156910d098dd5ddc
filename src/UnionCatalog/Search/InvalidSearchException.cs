namespace UnionCatalog.Search;

/// <summary>A search that cannot be answered as it was asked.</summary>
/// <param name="field">Which part of the request, as doors name it: "q", "page", "size" …</param>
/// <param name="message">What is wrong with it and what is allowed, in English, for programs.</param>
/// <param name="fault">The same for doors that tell it in their reader's language.</param>
/// <param name="limits">What such words name beside the part: the most, or what is expected.</param>
public sealed class InvalidSearchException(string field, string message, SearchFault fault = SearchFault.Other, params object[] limits) : Exception(message)
{
    /// <summary>Which part of the request.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it.</summary>
    public SearchFault Fault { get; } = fault;

    /// <summary>The numbers and names that belong to <see cref="Fault"/>, in their order.</summary>
    public IReadOnlyList<object> Limits { get; } = limits;
}

/// <summary>What may be wrong with a search.</summary>
public enum SearchFault
{
    /// <summary>What only programs bring about: the message tells it.</summary>
    Other,

    /// <summary>A text has more characters than the limit.</summary>
    TooLong,

    /// <summary>A text has more words than the limit.</summary>
    TooManyWords,

    /// <summary>More is to be looked through than the index does.</summary>
    TooBroad,

    /// <summary>More values of a facet than the limit.</summary>
    TooManyValues,

    /// <summary>More editions than the limit are named.</summary>
    TooManyEditions,

    /// <summary>The address has more characters than the limit.</summary>
    AddressTooLong,

    /// <summary>A page before the first.</summary>
    PageBelowFirst,

    /// <summary>A page behind the results that paging reaches, of which the limit tells the number.</summary>
    PageTooFar,

    /// <summary>A page of none, or of more than the limit.</summary>
    PageSize,

    /// <summary>The first year is after the last.</summary>
    YearsTurned,

    /// <summary>No library is in a place of this name.</summary>
    UnknownPlace,

    /// <summary>None of the choices, which the limit names.</summary>
    UnknownChoice,

    /// <summary>A mark of a place in a list that the list did not give.</summary>
    UnknownCursor,

    /// <summary>No whole number.</summary>
    NoNumber,

    /// <summary>No day.</summary>
    NoDay,

    /// <summary>Given more than once.</summary>
    Twice,

    /// <summary>Characters that nothing is found by.</summary>
    ControlCharacters,
}
