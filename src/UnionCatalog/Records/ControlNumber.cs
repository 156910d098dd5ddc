namespace UnionCatalog.Records;

/// <summary>A number by which some agency knows the record.</summary>
/// <param name="Number">The number, without the agency.</param>
/// <param name="Agency">The agency's code, such as "OCoLC" or "DLC"; null when not stated.</param>
public sealed record ControlNumber(string Number, string? Agency);
