using System.Text.Json.Serialization;
using UnionCatalog.Harvesting.Slims;

namespace UnionCatalog.Server.SlimsUpload;

/// <summary>
/// What a SLiMS is answered: one of the status words of its union catalogue server, and a message that its screen shows to whoever
/// pressed the button, so in Indonesian and in the words of SLiMS's own screens.
/// </summary>
/// <param name="Status">The status word.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record SlimsAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message)
{
    /// <summary>A screen's box holds no more.</summary>
    private const int MostNumbers = 20;

    public static readonly SlimsAnswer NoData = new(
        "NO_DATA",
        "Tidak ada data dalam kiriman. Kalau judul sudah dipilih, mungkin salah satunya berisi huruf yang rusak: kirim satu per satu untuk menemukannya.");

    public static readonly SlimsAnswer Damaged = new(
        "JSON_ERROR", "Kiriman rusak atau terpotong, dan tidak ada yang disimpan. Coba kirim lagi, lebih sedikit judul sekali kirim.");

    public static readonly SlimsAnswer Fault = new(
        "DB_ERROR", "Ada gangguan di Katalog Induk, dan kiriman ini belum tersimpan. Coba kirim lagi nanti.");

    public static readonly SlimsAnswer Busy = new("POLL_MAX", "Katalog Induk sedang sibuk. Coba kirim lagi sebentar lagi.");

    public static readonly SlimsAnswer BusyWithYou = new(
        "NODE_POLL_MAX", "Kiriman sebelumnya dari perpustakaan ini masih disimpan. Coba kirim lagi sebentar lagi.");

    public static readonly SlimsAnswer WrongPassword = new(
        "NOT_AUTHORIZED", "ID peladen atau kata sandi peladen tidak cocok. Periksa di Sistem, Pengaturan UCS, atau tanyakan kepada pengelola Katalog Induk.");

    public static SlimsAnswer TooManyPasswords(TimeSpan wait) => new(
        "NOT_AUTHORIZED", $"Terlalu banyak kata sandi yang salah. Periksa Pengaturan UCS, lalu coba lagi dalam {Minutes(wait)} menit.");

    public static SlimsAnswer TooOften(int perHour, TimeSpan wait) => new(
        "NODE_POLL_MAX", $"Perpustakaan ini sudah mengirim {perHour} kali dalam satu jam. Coba lagi dalam {Minutes(wait)} menit.");

    public static SlimsAnswer TooMuch(SlimsUploadOptions options) => new(
        "POLL_MAX",
        $"Kiriman terlalu besar, dan tidak ada yang disimpan: sekali kirim paling banyak {options.MostBiblios} judul dan {options.MostBytes >> 20} MB. Kirim sebagian demi sebagian.");

    /// <summary>What came of an order.</summary>
    public static SlimsAnswer Of(SlimsOrder order, SlimsReceipt receipt)
    {
        var counts = receipt.Run.Counts;
        if (order is SlimsOrder.Delete delete)
        {
            var others = delete.Numbers.Count - counts.Deleted;
            return new("DELETED", $"{counts.Deleted} judul dihapus dari Katalog Induk.{(others > 0 ? $" {others} memang tidak ada di sana." : "")}");
        }

        var stored = $"{counts.New + counts.Changed + counts.Unchanged} judul diterima Katalog Induk: {counts.New} baru, {counts.Changed} diperbarui, {counts.Unchanged} tidak berubah.";
        return new("UPLOADED", receipt.SetAside.Count == 0 ? stored : $"{stored} {SetAside(receipt.SetAside)}");
    }

    private static string SetAside(IReadOnlyList<long?> numbers)
    {
        var known = numbers.OfType<long>().ToList();
        var named = string.Join(", ", known.Take(MostNumbers));
        var which = known.Count == 0 ? "tanpa nomor"
            : known.Count > MostNumbers ? $"nomor {named} dan lain-lain"
            : $"nomor {named}";
        return $"{numbers.Count} judul tidak terbaca ({which}): buka dan simpan lagi di SLiMS, lalu kirim lagi.";
    }

    private static int Minutes(TimeSpan wait) => (int)Math.Ceiling(wait.TotalMinutes);
}
