namespace UnionCatalog.Store;

/// <summary>The public name of a cluster: what the union's own record pages are addressed by.</summary>
/// <param name="Value">12 lower-case letters and digits.</param>
public readonly record struct ClusterId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
