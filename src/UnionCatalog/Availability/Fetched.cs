namespace UnionCatalog.Availability;

/// <summary>What came of a request.</summary>
internal abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>An answer came.</summary>
    /// <param name="Body">Its bytes, unpacked.</param>
    public sealed record Answer(byte[] Body) : Fetched;

    /// <summary>The library's server answered, but not with the items: it does not know the record, or leads elsewhere, or says too much.</summary>
    public sealed record Nothing : Fetched;

    /// <summary>The library's server is down, busy or too slow.</summary>
    public sealed record Failure : Fetched;
}
