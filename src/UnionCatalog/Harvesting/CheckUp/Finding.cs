using UnionCatalog.Causes;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Something that a check-up has found: an entry of checkup-texts.json, and what is put into its sentences.</summary>
/// <param name="Code">The entry.</param>
/// <param name="Values">What is put into it, by name of placeholder.</param>
public sealed record Finding(string Code, IReadOnlyDictionary<string, CauseValue> Values)
{
    /// <summary>Of a request that failed: why, for every language; its sentence stands for <c>{fault}</c>.</summary>
    public Cause? Fault { get; init; }

    internal static Finding Of(string code, params (string Name, CauseValue Value)[] values) =>
        new(code, values.ToDictionary(value => value.Name, value => value.Value));

    internal static Finding Of(string code, MemberFault fault, params (string Name, CauseValue Value)[] values) =>
        Of(code, values) with { Fault = fault.Cause };
}

/// <summary>How much a finding matters.</summary>
public enum Weight
{
    /// <summary>Worth knowing; the service copes with it.</summary>
    Note,

    /// <summary>The library can join, but something is lost until it is mended.</summary>
    Care,

    /// <summary>The library cannot join before it is mended.</summary>
    Stop,
}

/// <summary>What a check-up comes to.</summary>
public enum Verdict
{
    /// <summary>The library can join.</summary>
    Ready,

    /// <summary>It can join, and something should be mended.</summary>
    ReadyWithCare,

    /// <summary>Something has to be mended first.</summary>
    NotYet,
}

/// <summary>A finding in one language.</summary>
/// <param name="Seen">What was seen, in one sentence.</param>
/// <param name="Means">What it means for the library and its readers; null when that is plain.</param>
/// <param name="Do">What the school should do; null for nothing.</param>
public sealed record FindingSentences(string Seen, string? Means, string? Do);
