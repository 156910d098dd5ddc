using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Reports;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Uploads;

namespace UnionCatalog.Tests.Hostile;

/// <summary>
/// A catalogue whose members put markup, scripts, turns of direction and control characters into every field of their
/// records, in each format, and into all that is told of themselves. It goes through the store, the clusters and the index
/// for real, and through a coordinator's night: records are set aside, removals are held, decisions are made.
/// </summary>
internal static class HostileCatalog
{
    /// <summary>Marks what came from data; no page has an attribute or a class of this name.</summary>
    public const string Mark = "xevil";

    /// <summary>A record that a library has described before, or as another has.</summary>
    private const int Again = 99;

    private static readonly Lazy<Task<RunningService>> Started = new(StartAsync);

    public static readonly IReadOnlyList<string> Attacks =
    [
        "<script>xevil(1)</script>",
        "\"><img src=x onerror=xevil(1) xevil>",
        "'><svg/onload=xevil(1)><a xevil href='javascript:xevil(1)'>",
        "</title><h1 xevil id=xevil>",
        "--><iframe xevil src=//evil.example></iframe><!--",
        "]]></textarea></style></bdi></main></body><base xevil href=//evil.example>",
        "javascript:xevil(1)",
        "data:text/html,<script>xevil(1)</script>",
        "\u202Elive\u202D \u2066\u2067 xevil",
        "nul\0l\u0001 \u001b[31m xevil \u2028\u2029",
        "{{7*7}} @(7*7) ${7*7} <%=7*7%> #{7*7} xevil {0} {0:N0} {",
        "&lt;script&gt;xevil(1)&lt;/script&gt; &#60;b xevil&#62; &amp;quot;",
        "\" autofocus onfocus=xevil(1) xevil=\"",
        "` onmouseover=xevil(1) x=` xevil",
        "\r\nSet-Cookie: xevil=1\r\n\r\n<script>xevil(1)</script>",
        "xevil" + new string('W', 3_000),
    ];

    public static Task<RunningService> Service => Started.Value;

    /// <summary>The header by which a browser is the coordinator's.</summary>
    public static (string Name, string Value) Coordinator { get; private set; }

    /// <summary>The night whose report is kept.</summary>
    public static DateOnly Night { get; private set; }

    /// <summary>Where a hostile list waits to be confirmed.</summary>
    public static string Upload { get; private set; } = "";

    public static SourceId Library(int number) => new($"evil-{number}");

    public static async Task EndAsync()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Service).DisposeAsync();
        }
    }

    private static async Task<RunningService> StartAsync()
    {
        var members = Attacks.Select(Member).ToList();
        var service = await RunningService.StartAsync(new MemberDirectory(members), MatchedRoute.Tell);
        var formats = Enum.GetValues<MetadataFormat>();
        foreach (var (number, format) in formats.Index())
        {
            var records = Attacks.Select((attack, record) => (record, HostileRecords.Of(format, attack, record))).ToList();
            await AppendAsync(service, Library(number), format, records);
            await AppendAsync(service, Library(number + formats.Length), format, [.. records.Take(3), (Again, records[2].Item2)]);
        }

        foreach (var number in Enumerable.Range(2 * formats.Length, members.Count - (2 * formats.Length)))
        {
            await AppendAsync(service, Library(number), MetadataFormat.OaiDc, [(number, HostileRecords.Of(MetadataFormat.OaiDc, Attacks[number], number)), (Again, MatchedCatalog.UnsureRecords[number % 2])]);
        }

        await DecideAsync(service);
        await service.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, default);
        await HoldAsync(service, Library(0));
        await ReportAsync(service);
        await UploadAsync(service, Library(members.Count - 1));
        Coordinator = ("Cookie", $"{CoordinatorGate.Cookie}={CoordinatorKey.Open(service.Folder).Issue(DateTimeOffset.UtcNow.AddDays(1))}");
        return service;
    }

    private static Member Member(string attack, int number) => new()
    {
        Id = Library(number),
        Name = "Perpustakaan " + attack,
        Place = "Kecamatan " + attack,
        Regency = "Kabupaten " + attack,
        Province = attack,
        Visit = new VisitorInformation { Address = attack, Phone = attack, Email = attack, OpeningHours = attack, LendingPolicy = attack },
        Kind = LibraryKind.Other,
        Position = new GeoPosition(-7, 110 + number),
        Website = new Uri($"https://evil.example/{attack.Escaped()[..Math.Min(100, attack.Escaped().Length)].TrimEnd('%')}?\"><script>xevil(1)</script>"),
        RecordLink = (number % 3) switch { 0 => null, 1 => "javascript:xevil('{identifier}')", _ => "https://evil.example/{identifier}?\"><script>xevil(1)</script>" },
        Source = number == Attacks.Count - 1 ? new FilesSource() : new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
        PasswordHash = number == Attacks.Count - 1 ? PasswordHash.Of(PasswordDigest.Of(Mark)).ToString() : null,
        Holdings = new HoldingsMapping { ItemTag = "952", Branch = "a", ShelfLocation = "c", CallNumber = "o", Barcode = "p", Note = "z", Status = "7", CallNumberInIdentifier = true, BarcodesInHasPart = true },
    };

    public static RecordKey Key(SourceId source, int number) => new(source, $"oai:\"><script>xevil({number})</script>");

    private static async Task AppendAsync(RunningService service, SourceId source, MetadataFormat format, IEnumerable<(int Number, byte[] Bytes)> records)
    {
        var harvests = service.Data.Store.Harvests;
        var run = await harvests.BeginRunAsync(source, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "any", Started = DateTimeOffset.UtcNow }, default);
        await harvests.AppendPageAsync(
            new HarvestPage
            {
                RunId = run.Id,
                Next = new ListPosition(0, null),
                Records = [.. records.Select(record => new HarvestedRecord.Live(Key(source, record.Number), null, format, record.Bytes))],
                SetAside = [new SetAsideRecord(source, Attacks[1], Attacks[0], Encoding.UTF8.GetBytes(Attacks[2]))],
            },
            default);
        await harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow, Failure = Attacks[0] }, default);
    }

    /// <summary>A person brought two records together and parted two, and gave their reasons.</summary>
    private static async Task DecideAsync(RunningService service)
    {
        var (one, other, by) = (Library(0), Library(3), Attacks[1]);
        await service.Data.Store.Overrides.AddAsync(new MatchOverride(OverrideKind.Together, Key(one, 4), Key(other, 4), by, Attacks[0] + Attacks[8], DateTimeOffset.UtcNow), default);
        await service.Data.Store.Overrides.AddAsync(new MatchOverride(OverrideKind.Apart, Key(one, 5), Key(other, 6), by, Attacks[5], DateTimeOffset.UtcNow), default);
    }

    /// <summary>A whole list that tells nothing any more: its records are not removed without the coordinator's word.</summary>
    private static async Task HoldAsync(RunningService service, SourceId source)
    {
        var harvests = service.Data.Store.Harvests;
        var run = await harvests.BeginRunAsync(source, new RunStart { Scope = HarvestScope.Full, IsSweep = true, MetadataPrefix = "any", Started = DateTimeOffset.UtcNow }, default);
        await harvests.AppendPageAsync(new HarvestPage { RunId = run.Id, Next = new ListPosition(0, null), Records = [] }, default);
        await harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow, Absences = new() }, default);
    }

    private static async Task ReportAsync(RunningService service)
    {
        var reporter = service.Services.GetRequiredService<NightReporter>();
        Night = reporter.Options.NightAt(DateTimeOffset.UtcNow);
        var report = (await reporter.FindOrDrawAsync(Night, default))!;
        await service.Data.Store.Reports.KeepAsync(new KeptReport(report.Date, report.Drawn, report.ToJson()), default);
    }

    private static async Task UploadAsync(RunningService service, SourceId library)
    {
        var cells = Attacks.Select(attack => $"\"{attack.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var sheet = "Judul Buku,Pengarang,Penerbit,\"<script>xevil(1)</script>\"\r\n" + string.Concat(cells.Select(cell => $"{cell},{cell},{cell},{cell}\r\n"));
        using var form = UploadingMember.Form(Mark, Encoding.UTF8.GetBytes(sheet), "<script>xevil(1)<\\script>.csv");
        using var taken = await service.Client.PostAsync(new Uri($"/upload/{library}", UriKind.Relative), form);
        Upload = taken.Headers.Location?.OriginalString ?? "";
    }
}
