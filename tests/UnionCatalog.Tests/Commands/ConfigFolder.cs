using System.Globalization;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Tests.Commands;

/// <summary>A folder of configuration files and a data folder beside it, as the executable is told of them.</summary>
internal sealed class ConfigFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public ConfigFolder() => Directory.CreateDirectory(Configurations);

    public string Configurations => _folder.File("configs");

    public string Data => _folder.File("data");

    /// <summary>The members in force.</summary>
    public MemberDirectory Members => new(ConfigurationFolder.Load(Configurations, Schedules.Error).Members);

    /// <summary>Writes a member's file; requests are not tried again, so that a member that is down is so at once.</summary>
    public void Member(string id, Uri address, string name = "SMA Contoh", string place = "Sewon") => File(id, $$"""
        {
          "name": "{{name}}", "kind": "senior-high-school", "place": "{{place}}",
          "oaiPmh": { "baseUrl": "{{address}}", "metadataPrefix": "oai_dc", "retries": 0 },
        }
        """);

    public void File(string id, string text) => System.IO.File.WriteAllText(Path.Combine(Configurations, id + ".json"), text);

    /// <summary>The arguments of a verb on these folders.</summary>
    public string[] Arguments(params string[] verb) => [.. verb, "--data", Data, "--configs", Configurations];

    /// <summary>The arguments that serve on a port as well.</summary>
    public string[] ArgumentsAt(int port, params string[] verb) =>
        [.. Arguments(verb), "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture)];

    public void Dispose() => _folder.Dispose();
}
