namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>A part of a page's bytes.</summary>
internal readonly record struct Slice(int Start, int End)
{
    public bool IsEmpty => Start == End;

    public ReadOnlySpan<byte> Of(byte[] xml) => xml.AsSpan(Start, End - Start);
}

/// <summary>A name with its prefix; the prefix is empty where there is none.</summary>
internal readonly record struct Name(int Start, int Colon, int End)
{
    public Slice Whole => new(Start, End);

    public Slice Prefix => new(Start, Colon < 0 ? Start : Colon);

    public Slice Local => new(Colon < 0 ? Start : Colon + 1, End);
}

/// <summary>An attribute as it stands in a tag.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is between its quotes.</param>
/// <param name="IsPlain">Whether that is the value itself, and is written as it stands.</param>
internal readonly record struct Attribute(Name Name, Slice Value, bool IsPlain);
