using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>
/// Turns the pages of a search for everything. SRU tells neither changes nor deletions, so every harvest is whole, and what it
/// did not find is gone. That makes an incomplete list dangerous: one that repeats itself, changes or ends short is a fault, and
/// one that the server caps is asked for in parts (see <see cref="SruRange"/>).
/// </summary>
internal sealed class SruWalk(SruClient client, HarvestOptions options, Member member, SruSource source, RequestTally tally) : ISourceWalk
{
    /// <summary>A size that is not exact may be this much above what there is.</summary>
    private const double LeastShare = 0.9;

    /// <summary>A page now and then is broken, but not so many one after the other.</summary>
    private const int MostBroken = 10;

    private RunRecorder _recorder = null!;
    private SruSorter _sorter = new(member);
    private SruPosition _at = new();
    private int _pageSize = source.PageSize;
    private int _broken;

    /// <inheritdoc/>
    /// <remarks>The member's address, be it with or without encryption, the query, and how it is parted.</remarks>
    public string Lists => $"{source.BaseUrl.Host}{source.BaseUrl.PathAndQuery} {source.Query} {source.RangeIndex}".TrimEnd();

    /// <inheritdoc/>
    public string? Format => source.RecordSchema;

    /// <inheritdoc/>
    public TimeSpan TimeLimit => source.HarvestTimeout;

    private SruRange Range => _at.Ranges[0];

    /// <inheritdoc/>
    public async Task<SourcePlan?> PlanAsync(HarvestRun? cutOff, CancellationToken cancellation) =>
        new(cutOff?.MetadataPrefix ?? source.RecordSchema ?? await ChooseSchemaAsync(cancellation), Overlap: null, SweepMode.Always);

    /// <inheritdoc/>
    public async Task WalkAsync(RunRecorder recorder, CancellationToken requests, CancellationToken storing)
    {
        _recorder = recorder;
        _at = SruPosition.Read(recorder.Run.Position.ResumptionToken);
        for (var pages = 1; recorder.Run.Position.SetIndex == 0; pages++)
        {
            if (pages > options.MaxPages)
            {
                throw Faults.TooManyPages(options.MaxPages);
            }

            var query = Range.Of(source.Query, source.RangeIndex);
            var reply = await AskAsync(query, _at.Start, _pageSize, recorder.Run.MetadataPrefix, requests);
            await TakeAsync(reply, storing);
        }
    }

    /// <summary>Explain is not believed: what it offers is tried, and where there is none, the usual schemas are.</summary>
    private async Task<string> ChooseSchemaAsync(CancellationToken cancellation)
    {
        var explain = await client.ExplainAsync(member, source, tally, cancellation);
        var names = SruSchemas.Choose(explain.Schemas);
        foreach (var name in names)
        {
            var reply = await AskAsync(source.Query, start: 1, count: 1, name, cancellation);
            var isUnknown = reply.Records is [{ Metadata: { } record }, ..] && FormatChoice.Of(record.Root) is null;
            if (!isUnknown && reply.SchemaRefusal is null)
            {
                return name;
            }
        }

        throw SruFaults.NoSchema(names.Count > 0 ? names : explain.Schemas.Select(schema => schema.Name));
    }

    private Task<SruReply> AskAsync(string query, long start, int count, string schema, CancellationToken cancellation) =>
        client.AskAsync(member, source, SruRequest.Search(source.Version, query, start, count, schema), tally, cancellation);

    private async Task TakeAsync(SruReply reply, CancellationToken storing)
    {
        if (reply.Broken is { } broken)
        {
            await IsolateAsync(broken, storing);
        }
        else if (reply.Diagnostics.Find(diagnostic => diagnostic.IsTooMany) is { } tooMany)
        {
            Part(SruFaults.TooMany(tooMany));
        }
        else if (reply.SchemaRefusal is { } refusal)
        {
            throw SruFaults.Protocol(refusal, source.Query);
        }
        else if (reply.Records.Count == 0)
        {
            await TakeEmptyAsync(reply, storing);
        }
        else
        {
            await TakeRecordsAsync(reply, storing);
        }
    }

    /// <summary>The record that spoils a page is found by asking for fewer at a time, and is set aside when it is alone.</summary>
    private async Task IsolateAsync(SruBrokenPage broken, CancellationToken storing)
    {
        if (_pageSize > 1)
        {
            _pageSize /= 2;
            return;
        }

        if (++_broken > MostBroken)
        {
            throw Faults.NotXml(broken.Error);
        }

        var record = new SetAsideRecord(member.Id, null, Faults.BrokenRecord(broken.Error), broken.Bytes);
        await StoreAsync([], [record], isMended: true, GoTo(_at.Start + 1), fault: null, storing);
    }

    private async Task TakeRecordsAsync(SruReply reply, CancellationToken storing)
    {
        var before = _at.Size;
        Note(reply);
        if (_at.Size > _at.Cap)
        {
            Part(SruFaults.Capped(_at.Cap.Value, _at.Size.Value));
            return;
        }

        var places = new SruPlaces(reply.Records, _at.Start, _pageSize);
        var (records, setAside) = _sorter.Sort(reply.Records, _at.Start);
        setAside.AddRange(places.Missing.Select(NotHere));
        var changed = before is { } was && _at.IsExact && reply.Size is { } now && was != now ? SruFaults.Changed(was, now) : null;
        await StoreAsync(records, setAside, reply.IsMended, GoTo(places.Next), changed, storing);
        (_pageSize, _broken) = (Math.Min(source.PageSize, _pageSize * 2), 0);
    }

    private async Task TakeEmptyAsync(SruReply reply, CancellationToken storing)
    {
        var isOver = _at.Start > (_at.Size ?? reply.Size ?? 0) * (_at.IsExact && reply.IsExact ? 1 : LeastShare);
        if (reply.Diagnostics is [var said, ..] && !(said.IsOutOfRange && (_at.Start > 1 || isOver)))
        {
            throw Range.IsEverything || said.Code is not (>= 10 and < 50) ? SruFaults.Protocol(said, source.Query) : SruFaults.NoRangeSearch(source.RangeIndex!, said);
        }

        Note(reply);
        if (isOver)
        {
            await StoreAsync([], [], isMended: false, _at.Next(_at.Start - 1), fault: null, storing);
        }
        else if (reply.Next > _at.Start && reply.Next <= _at.Start + _pageSize)
        {
            var skipped = Enumerable.Range(0, (int)(reply.Next.Value - _at.Start)).Select(place => NotHere(_at.Start + place));
            await StoreAsync([], [.. skipped], isMended: false, GoTo(reply.Next.Value), fault: null, storing);
        }
        else if (_at.Start == 1)
        {
            throw SruFaults.Withholds(_at.Size!.Value);
        }
        else
        {
            var served = _at.Start - 1;
            _at = _at with { Cap = Math.Min(_at.Cap ?? served, served) };
            Part(SruFaults.Capped(served, _at.Size!.Value));
        }
    }

    /// <summary>What the first reply of a part says of its size stands.</summary>
    private void Note(SruReply reply)
    {
        if (_at.Size is null && reply.Size is { } size)
        {
            _at = _at with { Size = size, IsExact = reply.IsExact, ListSize = Range.IsEverything ? size : _at.ListSize };
        }
    }

    /// <summary>Goes over to smaller parts of the list.</summary>
    /// <param name="fault">What to say where the configuration names no index.</param>
    private void Part(MemberFault fault)
    {
        var parts = source.RangeIndex is null ? throw fault : Range.Split();
        _at = parts.Count > 0 ? _at.Part(parts) : throw SruFaults.CannotPart(source.RangeIndex, Range);
        _sorter = new(member);
    }

    /// <summary>The next place, or the next part where this one is done.</summary>
    private SruPosition GoTo(long next) => _at.IsExact && next > _at.Size ? _at.Next(next - 1) : _at with { Start = next };

    /// <summary>Parts overlap where a record has several values, so together they may have more records than the list, but never fewer.</summary>
    private static MemberFault? ShortOf(SruPosition end) =>
        end.Ranges.Count == 0 && end.ListSize is { } size && end.Done < size * (end.IsExact ? 1 : LeastShare) ? Faults.ShortList(end.Done, size) : null;

    /// <summary>Stores a page. One that shows the list to be wrong is stored as well, but the position stays before it.</summary>
    private async Task StoreAsync(
        IReadOnlyList<HarvestedRecord> records, IReadOnlyList<SetAsideRecord> setAside, bool isMended, SruPosition next, MemberFault? fault, CancellationToken storing)
    {
        fault ??= ShortOf(next);
        next = fault is null ? next : _at;
        await _recorder.StoreAsync(
            new HarvestPage
            {
                RunId = _recorder.Run.Id,
                Records = records,
                SetAside = setAside,
                IsMended = isMended,
                Next = next.Ranges.Count > 0 ? new(0, next.Write()) : new(1, null),
                ListSize = _at.ListSize,
            },
            storing);
        _sorter = next.Ranges.Count == _at.Ranges.Count ? _sorter : new(member);
        _at = fault is null ? next : throw fault;
    }

    private SetAsideRecord NotHere(long position) => new(member.Id, null, SruFaults.NotHere(position), default);
}
