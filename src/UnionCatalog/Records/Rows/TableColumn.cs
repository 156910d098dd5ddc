namespace UnionCatalog.Records.Rows;

/// <summary>A column of a table.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its heading, made unlike all others of the table; "kolom 5" where it has none.</param>
/// <param name="Field">What it is; null for one that is kept under its heading and not read.</param>
public sealed record TableColumn(int Index, string Heading, RowField? Field);
