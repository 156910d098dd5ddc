namespace UnionCatalog.Server.Jobs;

/// <summary>Tells of long work now and then: a pull of a few changes says nothing, an index that is built again says how far it is.</summary>
/// <param name="tell">Told how much is done, at every 20,000.</param>
internal sealed class Milestones(Action<long> tell) : IProgress<long>
{
    private const long Every = 20_000;

    private long _told;

    public void Report(long value)
    {
        if (value / Every > _told / Every)
        {
            _told = value;
            tell(value);
        }
    }
}
