using UnionCatalog.Members;

namespace UnionCatalog.Tests.Commands;

/// <summary>The command that makes the line for a member's file.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class HashPasswordTests
{
    [TestCase("bunga rampai\n")]
    [TestCase("bunga rampai\r\n")]
    [TestCase("\uFEFFbunga rampai")]
    public async Task A_password_from_the_input_becomes_the_line_for_the_members_file(string input)
    {
        var run = await ServerProcess.RunWithInputAsync(input, "hash-password");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output.Trim(), Does.Match("""^"passwordHash": "[^"]+"$"""));
        Assert.That(PasswordHash.Read(run.Output.Trim().Split('"')[3])!.Accepts(PasswordDigest.Of("bunga rampai")), Is.True);
        Assert.That(run.Everything, Does.Not.Contain("bunga"));
    }

    [TestCase("", "The password must have 8 letters or more.")]
    [TestCase("rahasia", "The password must have 8 letters or more.")]
    [TestCase("bunga rampai ", "The password must not begin or end with a space: SLiMS does not send it.")]
    [TestCase("s0beautifulday", "Every SLiMS comes with this password. Choose another, in SLiMS as well.")]
    [TestCase("2325f677e21c1613909c953eb03c57352259cc5d", "Every SLiMS comes with this password. Choose another, in SLiMS as well.")]
    public async Task A_password_that_would_not_do_is_refused(string input, string expected)
    {
        var run = await ServerProcess.RunWithInputAsync(input, "hash-password");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That((run.Output.Trim(), run.Errors.Trim()), Is.EqualTo(("", expected)));
    }
}
