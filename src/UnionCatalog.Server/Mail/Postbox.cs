using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Mail;

/// <summary>
/// The mails that are still to be sent: an empty file for each night in a folder of the data folder. What the mail says is in
/// the kept report. A mail sent just before a crash is sent again; none is lost.
/// </summary>
/// <param name="folder">The folder; made when the first mail is put into it.</param>
internal sealed class Postbox(string folder)
{
    /// <summary>Puts a night's mail into it.</summary>
    public void Put(DateOnly night)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(FileOf(night), []);
    }

    /// <summary>The nights whose mail is still to be sent, the oldest first.</summary>
    public IReadOnlyList<DateOnly> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(file => NightEndpoints.ReadDate(Path.GetFileName(file))).OfType<DateOnly>().Order()]
        : [];

    /// <summary>Takes a night's mail out of it.</summary>
    public void Remove(DateOnly night) => File.Delete(FileOf(night));

    private string FileOf(DateOnly night) => Path.Combine(folder, NightEndpoints.Write(night));
}
