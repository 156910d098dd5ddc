namespace UnionCatalog.Members;

/// <summary>How a library's own catalogue is asked whether a book is in, now.</summary>
/// <param name="Form">What it answers in.</param>
/// <param name="Address">Where a record's items are told. "{identifier}" stands for the record's identifier, "{number}" for the digits at its end.</param>
public sealed record StatusRecipe(StatusForm Form, string Address)
{
    /// <summary>Where this record's items are told; null where its identifier does not fit the address.</summary>
    public Uri? AddressOf(string identifier) => RecordAddress.Fill(Address, identifier);
}

/// <summary>What a catalogue tells the status of its items in.</summary>
public enum StatusForm
{
    /// <summary>The page of a record as SLiMS draws it.</summary>
    Slims,

    /// <summary>The list of items of Koha's public REST API, JSON.</summary>
    Koha,

    /// <summary>Document Availability Information API (DAIA) 0.5 to 1.0, JSON or XML.</summary>
    Daia,
}
