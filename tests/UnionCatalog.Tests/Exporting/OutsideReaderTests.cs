using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using UnionCatalog.Exporting;

namespace UnionCatalog.Tests.Exporting;

/// <summary>Read by programs that others wrote: those with which librarians copy records.</summary>
public sealed class OutsideReaderTests
{
    private IReadOnlyList<ExportedEdition> _editions = null!;
    private TempFolder _folder = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _editions = await DemoEditions.ExportedAsync();
        _folder = new TempFolder();
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Every_edition_is_whole_in_every_form() => Assert.Multiple(() =>
    {
        foreach (var form in ExportForms.All)
        {
            Assert.That(FormSyntax.Faults(form.Name, form.WriteAll(_editions), _editions.Count).Take(3), Is.Empty, form.Name);
        }
    });

    [TestCase("marc21", "marc")]
    [TestCase("marcxml", "marcxml")]
    public async Task Yaz_reads_every_edition_as_MARC(string form, string format)
    {
        var xml = await RunAsync("yaz-marcdump", "yaz", "-i", format, "-o", "marcxml", Written(form));
        var records = XDocument.Parse(xml).Root!.Elements().Where(element => element.Name.LocalName == "record").ToList();

        Assert.That(records, Has.Count.EqualTo(_editions.Count));
        Assert.That(records.Select(record => Control(record, "001")), Is.EqualTo(_editions.Select(edition => edition.Id)));
        Assert.That(records.Select(record => Subfield(record, "245", "a")), Is.EqualTo(_editions.Select(edition => edition.Description.Title.Proper)));
    }

    [TestCase("marc21", "ISO")]
    [TestCase("marcxml", "XML")]
    public async Task Catmandu_reads_every_edition_as_MARC(string form, string type)
    {
        await RequireAsync("Catmandu::Importer::MARC", "libcatmandu-marc-perl");
        var output = await RunAsync("catmandu", "libcatmandu-marc-perl", "convert", "MARC", "--type", type, "to", "JSON", "--line_delimited", "1", "<", Written(form));
        var records = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.That(records.Select(record => record.GetProperty("_id").GetString()), Is.EqualTo(_editions.Select(edition => edition.Id)));
    }

    [TestCase("marcxml", "MARC21slim.xsd")]
    [TestCase("mods", "mods-3-7.xsd")]
    public void Every_edition_is_valid_by_the_schema(string form, string schema)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Places.Shared("data/schemas/" + schema));
        var faults = new List<string>();
        foreach (var edition in _editions)
        {
            using var reader = new MemoryStream(ExportForms.FindByName(form)!.Write(edition));
            XDocument.Load(reader).Validate(schemas, (_, fault) => faults.Add($"{edition.Id}: {fault.Message}"));
        }

        Assert.That(faults.Take(5), Is.Empty);
    }

    private string Written(string form)
    {
        var path = _folder.File(form);
        File.WriteAllBytes(path, ExportForms.FindByName(form)!.WriteAll(_editions));
        return path;
    }

    private static string Control(XElement record, string tag) =>
        record.Elements().First(field => field.Name.LocalName == "controlfield" && (string?)field.Attribute("tag") == tag).Value;

    private static string Subfield(XElement record, string tag, string code) =>
        record.Elements().First(field => (string?)field.Attribute("tag") == tag).Elements().First(subfield => (string?)subfield.Attribute("code") == code).Value;

    private static async Task RequireAsync(string module, string package)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"perl -M{module} -e1"]) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            Assert.Ignore($"needs the Perl module {module} (Debian: {package}), which is not on this machine");
        }
    }

    private static async Task<string> RunAsync(string program, string package, params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))) != true)
        {
            Assert.Ignore($"needs the program {program} (Debian: {package}), which is not on this machine");
        }

        // The last argument may be a file for the standard input.
        var input = arguments is [.., "<", var file] ? file : null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var process = Process.Start(new ProcessStartInfo(program, input is null ? arguments : arguments[..^2]) { RedirectStandardInput = input is not null, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var stop = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null)
        {
            await using var stream = File.OpenRead(input);
            await stream.CopyToAsync(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
        Assert.That(await errors, Is.Empty);
        return await output;
    }
}
