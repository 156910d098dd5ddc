using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows what would come of a file. Stores nothing, and needs no data folder.</summary>
internal static class PreviewCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, string file, string? memberName, CancellationToken cancellation)
    {
        var (source, holdings) = (new FilesSource(), new HoldingsMapping());
        if (memberName is not null)
        {
            if (MemberFiles.Find(settings, memberName) is not { } member)
            {
                return ExitCode.WrongConfiguration;
            }

            (source, holdings) = ((FilesSource)member.Source, member.Holdings);
        }

        if (!MemberFiles.Exists(file))
        {
            return ExitCode.WrongConfiguration;
        }

        var preview = await FilePreview.OfAsync(file, source, holdings, cancellation);
        PreviewView.Print(Path.GetFileName(file), preview);
        Terminal.WriteLine("Nothing was stored.");
        return preview.Fault is null ? ExitCode.Success : ExitCode.HarvestFailed;
    }
}
