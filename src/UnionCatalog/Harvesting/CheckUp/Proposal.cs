using System.Text.Json;
using System.Text.Json.Nodes;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>
/// Draws up a member's configuration: the preset of its system, and beside it only what the check-up has seen to be different.
/// </summary>
internal sealed class Proposal
{
    private const int UsualTimeout = 60;
    private const int LongestTimeout = 600;
    private const int LongestHarvest = 2880;

    private readonly Chart _chart;
    private readonly KnownSystem? _system;
    private readonly Uri _address;
    private readonly JsonObject _source;
    private readonly Dictionary<string, string> _reasons = [];
    private string? _holdings;

    public Proposal(Chart chart, KnownSystem? system)
    {
        (_chart, _system) = (chart, system);
        _address = chart.Address ?? chart.Sru!.Address;
        _source = new() { ["baseUrl"] = _address.AbsoluteUri };
        Member = Read();
    }

    /// <summary>The preset that fits best.</summary>
    public string Preset => _system?.Preset ?? "generic";

    /// <summary>The member as it would be harvested.</summary>
    public Member Member { get; private set; }

    private string Way => _chart.Address is null ? "sru" : "oaiPmh";

    /// <summary>Where the preset's mapping finds no call numbers and items, another may.</summary>
    public void ChooseHoldings(IReadOnlyList<HarvestedRecord> records)
    {
        _holdings = HoldingsTrial.FindBetter(records, Member.Holdings);
        Member = Read();
    }

    /// <summary>Sets what the trials have shown and the preset does not say.</summary>
    public void ChooseSource(Chart chart, Speed speed)
    {
        var usual = (OaiPmhSource)Member.Source;
        if (chart.Prefix != (usual.MetadataPrefix ?? FormatChoice.Choose(chart.Formats)))
        {
            Set("metadataPrefix", chart.Prefix!, "config.prefix");
        }

        if (chart.Tokens is { } form and not TokenForm.Encoded && form != usual.Tokens)
        {
            Set("tokens", JsonNamingPolicy.KebabCaseLower.ConvertName(form.ToString()), "config.tokens");
        }

        if (usual.TrustDates && !chart.TrustsDates)
        {
            Set("trustDates", false, "config.dates");
            Set("sweep", "always");
        }
        else if (!usual.TrustDates && chart.TrustsDates)
        {
            chart.Find("edits-untold");
        }

        ChooseTimes(speed);
        Member = Read();
    }

    /// <summary>The file, with what the school has to fill in.</summary>
    public ProposedConfiguration Write(string? name) =>
        new ConfigurationText(_address, name ?? "", _system?.Name, Preset, Way, _source, _reasons, _holdings).Write(_chart.Now);

    private void ChooseTimes(Speed speed)
    {
        var timeout = (int)(Math.Ceiling(speed.Page.TotalMinutes * 6) * 60);
        if (timeout > UsualTimeout)
        {
            Set("requestTimeoutSeconds", Math.Min(timeout, LongestTimeout), "config.slow");
        }

        if (speed.Whole * 2 is { } twice && twice > new OaiPmhSource { BaseUrl = _address }.HarvestTimeout)
        {
            Set("harvestTimeoutMinutes", Math.Min((int)Math.Ceiling(twice.TotalMinutes), LongestHarvest), "config.slow");
        }
    }

    private void Set(string key, JsonNode value, string? reason = null)
    {
        _source[key] = value;
        if (reason is not null)
        {
            _reasons[key] = reason;
        }
    }

    private Member Read()
    {
        var file = new JsonObject
        {
            ["name"] = "-",
            ["kind"] = "other",
            ["place"] = "-",
            ["preset"] = Preset,
            [Way] = _source.DeepClone(),
        };
        if (_holdings is not null)
        {
            file["holdings"] = _holdings;
        }

        return MemberReader.Read("check-up", JsonSerializer.SerializeToElement(file));
    }
}
