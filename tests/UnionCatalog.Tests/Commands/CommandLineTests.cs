using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Tests.Commands;

/// <summary>The executable's words and exit codes before anything is harvested.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class CommandLineTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public async Task Help_names_every_verb_and_every_exit_code()
    {
        var help = await ServerProcess.RunAsync("--help");

        Assert.That(help.Code, Is.Zero);
        Assert.That(help.Output, Does.Match(@"(?m)^  demo +\w").And.Match(@"(?m)^  harvest <member> +\w").And.Match(@"(?m)^  check-config +\w")
            .And.Match(@"(?m)^  rebuild-index +\w").And.Match(@"(?m)^  report +\w").And.Match(@"(?m)^  hash-password +\w")
            .And.Match(@"(?m)^  preview <file> +\w").And.Match(@"(?m)^  import <member> <file> +\w"));
        Assert.That(Enumerable.Range(0, 6), Has.All.Matches<int>(code => help.Output.Contains($"\n  {code}  ", StringComparison.Ordinal)));
        Assert.That(help.Output.Split('\n'), Has.All.Length.LessThan(140));
        AssertIsPlain(help);
    }

    [Test]
    public async Task Help_of_a_verb_names_its_own_options()
    {
        var help = await ServerProcess.RunAsync("harvest", "--help");

        Assert.That(help.Code, Is.Zero);
        Assert.That(help.Output, Does.Contain("--full").And.Contain("Member to harvest").And.Contain("Exit codes:"));
        Assert.That(help.Output, Does.Not.Contain("--clusters").And.Not.Contain("--port").And.Not.Contain("--report-at"));
    }

    [TestCase("harvst", "'harvst'")]
    [TestCase("--colour", "'--colour'")]
    [TestCase("harvest one two", "'two'")]
    [TestCase("--port many", "--port takes a number from 1 to 65535, not 'many'.")]
    [TestCase("--port 65536", "--port takes a number from 1 to 65535, not '65536'.")]
    [TestCase("--limit-searches many", "--limit-searches takes requests a minute, 0 (no limit) to 1000000, not 'many'.")]
    [TestCase("--limit-lookups -1", "--limit-lookups takes requests a minute, 0 (no limit) to 1000000, not '-1'.")]
    [TestCase("--proxy 10.0.0.5,proxy.example", "--proxy takes IP addresses such as 10.0.0.5, not 'proxy.example'.")]
    [TestCase("--host library.example", "--host takes localhost or an IP address such as 0.0.0.0, not 'library.example'.")]
    [TestCase("--data", "--data")]
    [TestCase("--data ", "--data takes the path of a folder.")]
    [TestCase("harvest --ful", "There is no option '--ful'.")]
    [TestCase("held confirm one", "A removal goes by its number, such as 1, not 'one'.")]
    [TestCase("report --format csv", "--format goes with --night")]
    public async Task A_wrong_command_line_is_told_in_a_line_or_two(string arguments, string expected)
    {
        var run = await ServerProcess.RunAsync(arguments.Split(' '));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.Contain(expected).And.Contain("--help shows what there is."));
        Assert.That(run.Output.Trim(), Is.Empty, "the error is not buried under the whole help");
        AssertIsPlain(run);
    }

    [TestCase("")]
    [TestCase("harvest")]
    [TestCase("report")]
    [TestCase("rebuild-index")]
    [TestCase("check-config")]
    [TestCase("held")]
    [TestCase("held confirm 1")]
    public async Task Every_error_of_every_file_is_listed_and_nothing_is_started(string verb)
    {
        _folder.File("a", """{ "name": "A", "kind": "university", "place": "Sewon", "oaiPmh": { "baseUrl": "ftp://x/" } }""");
        _folder.File("b", """{ "name": "B" "kind": 3 }""");
        _folder.File("c", """{ "name": "C", "kind": "other", "place": "Sewon", "oaiPmh": { "baseUrl": "http://x/", "schedule": "0 0 25 * * ?", "timeZone": "Asia/Jakata" } }""");
        _folder.Member("d", new Uri("http://localhost:1/oai"));

        var run = await ServerProcess.RunAsync(_folder.Arguments(verb.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.Match(@"(?m)^a\.json, line 1, \$\.kind: ").And.Match(@"(?m)^a\.json, line 1, \$\.oaiPmh\.baseUrl: ")
            .And.Match(@"(?m)^b\.json, line 1, \$: is not JSON")
            .And.Match(@"(?m)^c\.json, line 1, \$\.oaiPmh\.schedule: ").And.Match(@"(?m)^c\.json, line 1, \$\.oaiPmh\.timeZone: "));
        Assert.That(run.Errors, Does.Contain($"5 errors in 3 files of {_folder.Configurations}; nothing was started."));
        Assert.That(run.Output, Is.Empty);
        Assert.That(_folder.Data, Does.Not.Exist);
        AssertIsPlain(run);
    }

    [Test]
    public async Task A_configuration_folder_that_is_not_there_is_said_to_be_so()
    {
        var run = await ServerProcess.RunAsync("harvest", "--configs", _folder.Configurations + "-not", "--data", _folder.Data);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Errors, Does.StartWith($"There is no folder {_folder.Configurations}-not "));
        Assert.That(_folder.Data, Does.Not.Exist);
    }

    [Test]
    public async Task Right_files_are_listed_as_they_are_read()
    {
        _folder.Member("sma-1", new Uri("http://localhost:1/oai"), "SMA Negeri 1 [Sewon]");

        var run = await ServerProcess.RunAsync(_folder.Arguments("check-config"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Match(@"\| sma-1 +\| SMA Negeri 1 \[Sewon\] +\| Sewon +\| http://localhost:1/oai ").And.Contain("1 member, no errors"));
        Assert.That(_folder.Data, Does.Not.Exist);
    }

    [Test]
    public async Task What_the_check_up_left_to_be_filled_in_is_recalled()
    {
        _folder.Member("sma-1", new Uri("http://localhost:1/oai"), place: "ISI: kecamatan atau kota");
        _folder.Member("sma-2", new Uri("http://localhost:1/oai"));

        var run = await ServerProcess.RunAsync(_folder.Arguments("check-config"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("sma-1.json: a name or a place still says ISI.").And.Not.Contain("sma-2.json"));
    }

    [Test]
    public async Task A_library_that_lies_far_from_its_regency_is_named()
    {
        foreach (var (id, latitude) in new[] { ("sma-1", "-7.86"), ("sma-2", "-7.84"), ("sma-3", "7.85") })
        {
            _folder.File(id, $$"""
                {
                  "name": "SMA", "kind": "senior-high-school", "place": "Sewon", "regency": "Kabupaten Bantul", "files": {},
                  "position": { "latitude": {{latitude}}, "longitude": 110.36 },
                }
                """);
        }

        var run = await ServerProcess.RunAsync(_folder.Arguments("check-config"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("sma-3.json: its position lies 1,745 km from").And.Not.Contain("sma-1.json").And.Not.Contain("sma-2.json"));
    }

    [Test]
    public async Task A_member_that_is_not_configured_is_not_harvested()
    {
        _folder.Member("sma-1", new Uri("http://localhost:1/oai"));

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "sma-2"));

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Errors.Trim(), Is.EqualTo($"There is no member 'sma-2' in {_folder.Configurations}. There is: sma-1."));
        Assert.That(_folder.Data, Does.Not.Exist);
    }

    [Test]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(_folder.Data, "");

        var run = await ServerProcess.RunAsync(_folder.Arguments("rebuild-index"));

        Assert.That(run.Code, Is.EqualTo(3));
        Assert.That(run.Errors.Trim(), Is.EqualTo($"'{_folder.Data}' is a file, and a folder is needed. Choose another with --data."));
    }

    [TestCase("rebuild-index")]
    [TestCase("report")]
    public async Task A_store_that_is_no_database_is_refused_and_left_alone(string verb)
    {
        Directory.CreateDirectory(_folder.Data);
        var store = Path.Combine(_folder.Data, "catalog.db");
        await File.WriteAllTextAsync(store, "This was never a database, and whoever put it here may want it back.");

        var run = await ServerProcess.RunAsync(_folder.Arguments(verb));

        Assert.That(run.Code, Is.EqualTo(3), run.Everything);
        Assert.That(run.Errors, Does.Contain($"{store} is damaged or is not a database"));
        Assert.That(await File.ReadAllTextAsync(store), Does.StartWith("This was never a database"));
        AssertIsPlain(run);
    }

    [Test]
    public async Task A_report_on_nothing_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder.Data);

        var run = await ServerProcess.RunAsync(_folder.Arguments("report"));

        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Output.Trim(), Is.EqualTo($"Nothing has been harvested yet into {_folder.Data}."));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Data), Is.Empty);
    }

    [TestCase("")]
    [TestCase("demo")]
    public async Task A_port_that_is_taken_is_told(string verb)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await ServerProcess.RunAsync(_folder.ArgumentsAt(port, verb.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.That(run.Code, Is.EqualTo(4), run.Everything);
        Assert.That(run.Errors.Trim(), Is.EqualTo($"http://127.0.0.1:{port} is in use by another program. Choose another port with --port."));
        AssertIsPlain(run);
    }

    [Test]
    public async Task An_address_that_is_not_this_machines_is_told()
    {
        // 192.0.2.0/24 is nobody's (RFC 5737).
        var run = await ServerProcess.RunAsync(_folder.Arguments("--host", "192.0.2.1"));

        Assert.That(run.Code, Is.EqualTo(4), run.Everything);
        Assert.That(run.Errors, Does.StartWith("http://192.0.2.1:5080 cannot be served on"));
        AssertIsPlain(run);
    }

    /// <summary>Neither control characters nor what only a programmer reads.</summary>
    internal static void AssertIsPlain(Finished run)
    {
        Assert.That(run.Everything.Where(letter => char.IsControl(letter) && letter != '\n'), Is.Empty);
        Assert.That(run.Everything, Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Match(@"\bSystem\.").And.Not.Match(@"UnionCatalog\.(?!Server \[?-?[a-z\[])"));
    }
}
