using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

/// <summary>With real files; each test waits for what it expects, and only a fault makes it wait long.</summary>
internal sealed class ConfigurationWatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [TestCase(true, TestName = "Told_by_the_system_it_takes_in_new_changed_and_removed_files")]
    [TestCase(false, TestName = "By_looking_again_it_takes_in_new_changed_and_removed_files")]
    public async Task It_takes_in_new_changed_and_removed_files(bool notified)
    {
        await using var watch = Watch.Start(notified);

        watch.Write("a", "One");
        Assert.That(await watch.NextAsync(), Is.EqualTo("a=One"));
        watch.Write("b", "Two");
        Assert.That(await watch.NextAsync(), Is.EqualTo("a=One b=Two"));
        watch.Write("a", "Three");
        Assert.That(await watch.NextAsync(), Is.EqualTo("a=Three b=Two"));
        File.Delete(watch.Folder.File("b.json"));
        Assert.That(await watch.NextAsync(), Is.EqualTo("a=Three"));
        File.Move(watch.Folder.File("a.json"), watch.Folder.File("c.json"));
        Assert.That(await watch.NextAsync(), Is.EqualTo("c=Three"));
    }

    [Test]
    public async Task A_wrong_file_leaves_the_last_good_configuration_and_each_error_is_told_once()
    {
        await using var watch = Watch.Start(notified: true);
        watch.Write("a", "One");
        await watch.NextAsync();

        File.WriteAllText(watch.Folder.File("b.json"), "{ }");
        await watch.LoggedAsync("stays in force until every file is right");
        watch.Write("a", "Two");
        await watch.LoggedAsync("stays in force until every file is right");

        Assert.That(watch.Members, Is.EqualTo("a=One"));
        Assert.That(watch.Log.Count(line => line.Contains("b.json, line 1, $.name: is missing", StringComparison.Ordinal)), Is.EqualTo(1));
        watch.Write("b", "Right");
        Assert.That(await watch.NextAsync(), Is.EqualTo("a=Two b=Right"));
    }

    [Test]
    public async Task A_folder_that_is_suddenly_empty_leaves_the_last_good_configuration()
    {
        await using var watch = Watch.Start(notified: true);
        watch.Write("a", "One");
        await watch.NextAsync();

        File.Delete(watch.Folder.File("a.json"));

        await watch.LoggedAsync("holds no configuration any more");
        Assert.That(watch.Members, Is.EqualTo("a=One"));
    }

    [Test]
    public async Task A_folder_may_come_later()
    {
        await using var watch = Watch.Start(notified: true, subfolder: "later");
        await watch.LoggedAsync("the folder cannot be read");

        Directory.CreateDirectory(watch.Folder.File("later"));
        watch.Write("later/a", "One");

        Assert.That(await watch.NextAsync(), Is.EqualTo("a=One"));
    }

    private sealed class Watch : ILogger<ConfigurationWatcher>, IAsyncDisposable
    {
        private readonly MemberDirectory _directory = new([]);
        private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
        private readonly List<string> _log = [];
        private readonly CancellationTokenSource _stop = new();
        private Task _running = Task.CompletedTask;

        public TempFolder Folder { get; } = new();

        public string Members => string.Join(' ', _directory.All.Select(member => $"{member.Id}={member.Name}"));

        public IReadOnlyList<string> Log
        {
            get
            {
                lock (_log)
                {
                    return [.. _log];
                }
            }
        }

        public static Watch Start(bool notified, string subfolder = "")
        {
            var watch = new Watch();
            watch._directory.Changed += () => watch._changes.Writer.TryWrite(watch.Members);
            var watcher = new ConfigurationWatcher(watch.Folder.File(subfolder), watch._directory, TimeProvider.System, watch)
            {
                Settle = TimeSpan.FromMilliseconds(10),
                Rescan = notified && subfolder.Length == 0 ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(50),
                Notified = notified,
            };
            watch._running = watcher.RunAsync(watch._stop.Token);
            return watch;
        }

        /// <summary>Writes a file whole and puts it in place with one step, as the looks between may be short.</summary>
        public void Write(string id, string name)
        {
            var draft = Folder.File("draft.tmp");
            File.WriteAllText(draft, $$"""{ "name": "{{name}}", "kind": "other", "place": "B", "oaiPmh": { "baseUrl": "http://a.example/oai" } }""");
            File.Move(draft, Folder.File($"{id}.json"), overwrite: true);
        }

        /// <summary>The next list of members that differs from the one before it.</summary>
        public async Task<string> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            while (true)
            {
                var members = await _changes.Reader.ReadAsync(patience.Token);
                if (members.Length > 0)
                {
                    return members;
                }
            }
        }

        public async Task LoggedAsync(string part)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!(await _lines.Reader.ReadAsync(patience.Token)).Contains(part, StringComparison.Ordinal))
            {
                // The next line, then.
            }
        }

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_log)
            {
                _log.Add(formatter(state, exception));
            }

            _lines.Writer.TryWrite(formatter(state, exception));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
            Folder.Dispose();
        }
    }
}
