using UnionCatalog.Server;
using UnionCatalog.Server.Coordinator;

namespace UnionCatalog.Tests.Coordinator;

/// <summary>The key in its file, and the passes that stand for it.</summary>
internal sealed class CoordinatorKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 7, 0, 0, TimeSpan.Zero);
    private TempFolder _folder = null!;

    private string File => _folder.File(CoordinatorKey.FileName);

    [SetUp]
    public void Make() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_first_start_makes_a_key_and_the_next_finds_it()
    {
        CoordinatorKey.Open(_folder.Path);
        var typed = System.IO.File.ReadAllText(File);

        Assert.That(typed, Does.Match("^([a-z2-7]{4}-){7}[a-z2-7]{4}\n$"));
        Assert.That(CoordinatorKey.Open(_folder.Path).Opens(typed), Is.True);
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo(typed));
    }

    [Test]
    public void Nobody_else_can_read_it()
    {
        CoordinatorKey.Open(_folder.Path);
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("needs the rights of Unix files");
        }
        else
        {
            Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [TestCase("abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-4567", true)]
    [TestCase(" ABCD EFGH ijkl mnop qrst uvwx yz23 4567\n", true)]
    [TestCase("abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-4566", false)]
    [TestCase("abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-456", false)]
    [TestCase("", false)]
    public void A_key_is_known_however_it_is_typed(string typed, bool expected)
    {
        System.IO.File.WriteAllText(File, "abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-4567\n");

        Assert.That(CoordinatorKey.Open(_folder.Path).Opens(typed), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("----\n")]
    [TestCase("kunci")]
    public void A_file_without_a_key_opens_nothing_and_says_what_to_do(string content)
    {
        System.IO.File.WriteAllText(File, content);

        Assert.That(() => CoordinatorKey.Open(_folder.Path), Throws.TypeOf<DataFolderException>().With.Message.Contains("Delete it"));
    }

    [Test]
    public void A_pass_is_good_until_its_time_and_only_as_it_was_issued_and_with_the_key_in_force()
    {
        var key = CoordinatorKey.Open(_folder.Path);
        var pass = key.Issue(Now.AddDays(1));

        Assert.That(key.Accepts(pass, Now), Is.True);
        Assert.That(key.Accepts(pass, Now.AddDays(1)), Is.False);
        Assert.That(key.Accepts(Now.AddDays(9).ToUnixTimeSeconds() + pass[pass.IndexOf('.')..], Now), Is.False, "the time is sealed");
        Assert.That(new[] { "", ".", "x.y", "1", pass + ".", pass[..^1] }.Where(wrong => key.Accepts(wrong, Now)), Is.Empty);

        System.IO.File.Delete(File);
        Assert.That(CoordinatorKey.Open(_folder.Path).Accepts(pass, Now), Is.False);
    }
}
