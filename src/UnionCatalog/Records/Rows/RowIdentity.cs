using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>
/// What makes a title of a table itself, from one delivery to the next.
/// <list type="number">
/// <item>Rows that agree in everything that describes the title (<see cref="RowFields.Describing"/>; case, blanks and
/// punctuation do not count) are copies of one title, and make one record with an item each. Schools write a row a copy.</item>
/// <item>The record's identifier is the smallest of the numbers that its rows have in a column such as "Kode Buku"
/// ("id:K-17"), else of their inventory numbers ("item:0012"). Then a title that is corrected in the sheet is a changed record,
/// and rows may be sorted, put in and taken out without touching any other.</item>
/// <item>A number that stands at different titles makes none of them itself: a column "Kode" may hold the class. These
/// titles, and those without a number, are known by a digest of what describes them ("row:9f2c…"). Then a corrected title is
/// one record gone and one new; all others stay.</item>
/// </list>
/// The number of the row ("No.") is never taken: a row put in above would change every book below it.
/// </summary>
internal sealed class RowIdentity
{
    // "id" before "it(em)", shorter before longer: "9" before "10".
    private static readonly Comparer<string> NumberOrder = Comparer<string>.Create((left, right) =>
        (string.CompareOrdinal(left, 0, right, 0, 2), left.Length - right.Length) switch
        {
            (0, 0) => string.CompareOrdinal(left, right),
            (0, var length) => length,
            (var kind, _) => kind,
        });

    private readonly Dictionary<UInt128, int> _rows = [];
    private readonly Dictionary<string, UInt128> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    /// <summary>How many numbers stand at more than one title.</summary>
    public int SharedNumbers => _shared.Count;

    /// <summary>The digest of what describes a title.</summary>
    public static UInt128 DigestOf(IReadOnlyDictionary<RowField, string> fields)
    {
        var text = string.Join('\n', RowFields.Describing.Select(field => RowHeadings.Fold(RowCell.Read(fields.GetValueOrDefault(field)) ?? "")));
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Takes a row to account; all rows have to be before <see cref="Of"/> is asked.</summary>
    public void Add(UInt128 title, RowItem item)
    {
        foreach (var number in Numbers(item))
        {
            if (!_owners.TryAdd(number, title) && _owners[number] != title)
            {
                _shared.Add(number);
            }
        }

        _rows[title] = RowsOf(title) + 1;
    }

    /// <summary>How many rows tell of the title.</summary>
    public int RowsOf(UInt128 title) => _rows.GetValueOrDefault(title);

    /// <summary>The identifier of a title.</summary>
    /// <param name="title">Its digest.</param>
    /// <param name="items">All its rows.</param>
    public string Of(UInt128 title, IReadOnlyList<RowItem> items) =>
        items.SelectMany(Numbers).Where(number => !_shared.Contains(number)).Order(NumberOrder).FirstOrDefault() ?? $"row:{title:x32}";

    private static IEnumerable<string> Numbers(RowItem item) =>
        RowCell.Split(item.Fields.GetValueOrDefault(RowField.Id)).Select(number => $"id:{number}")
            .Concat(RowHoldings.ItemNumbers(item).Select(number => $"item:{number}"));
}
