using System.Net.Http.Headers;
using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Uploads;

/// <summary>A service with libraries that send files, and one that does not.</summary>
internal static class UploadingMember
{
    public const string Id = "sdn-2-sukamaju";

    public const string Password = "bunga rampai";

    public const string Sheet = "No,Judul Buku,Pengarang,Penerbit,Thn,ISBN,No. Panggil,No. Induk,Sumber\n"
        + "1,Laskar Pelangi,Andrea Hirata,Bentang,2005,979-3062-79-7,813 HIR l,0001,BOS\n"
        + "2,Laskar Pelangi,Andrea Hirata,Bentang,2005,979-3062-79-7,813 HIR l,0002,BOS\n"
        + "3,Bumi : seri pertama,Tere Liye,Gramedia,2014,\"9,78602E+12\",813 TER b,0003,Hibah\n"
        + "4,,Tanpa Judul,X,2001,,,,\n";

    /// <summary>Another library's, which sends files as well.</summary>
    public const string Neighbour = "smpn-1-sukamaju";

    public const string NeighboursPassword = "kembang setaman";

    private static readonly string Hash = PasswordHash.Of(PasswordDigest.Of(Password)).ToString();
    private static readonly string NeighboursHash = PasswordHash.Of(PasswordDigest.Of(NeighboursPassword)).ToString();

    public static Task<RunningService> StartAsync() => RunningService.StartAsync(new MemberDirectory(
    [
        new()
        {
            Id = new(Id), Name = "Perpustakaan SD Negeri 2 Sukamaju", Kind = LibraryKind.PrimarySchool, Place = "Kecamatan Sukamaju",
            Source = new FilesSource(), PasswordHash = Hash,
        },
        new()
        {
            Id = new(Neighbour), Name = "SMP Negeri 1 Sukamaju", Kind = LibraryKind.JuniorHighSchool, Place = "Kecamatan Sukamaju",
            Source = new FilesSource(), PasswordHash = NeighboursHash,
        },
        new()
        {
            Id = new("lain"), Name = "Lain", Kind = LibraryKind.Other, Place = "Sukamaju", Source = new FilesSource(),
        },
    ]));

    public static MultipartFormDataContent Form(string password, byte[] file, string name = "daftar buku.csv") => new()
    {
        { new StringContent(password), "password" }, { new ByteArrayContent(file), "file", name },
    };

    public static HttpRequestMessage ApiRequest(string address, string user, string password, HttpContent file) => new(HttpMethod.Post, address)
    {
        Content = file,
        Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))) },
    };
}
