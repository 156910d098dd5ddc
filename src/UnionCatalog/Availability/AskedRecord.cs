using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Availability;

/// <summary>A record for whose items a library is asked. With another recipe it is another question.</summary>
/// <param name="Record">The record.</param>
/// <param name="Recipe">How the library is asked.</param>
/// <param name="Address">Where.</param>
internal sealed record AskedRecord(RecordKey Record, StatusRecipe Recipe, Uri Address);
