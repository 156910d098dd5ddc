using UnionCatalog.Server.Api;

namespace UnionCatalog.Tests.Api;

public sealed class OneEditTests
{
    [TestCase("size", "size", true)]
    [TestCase("Size", "size", true)]
    [TestCase("siz", "size", true)]
    [TestCase("sizee", "size", true)]
    [TestCase("sice", "size", true)]
    [TestCase("szie", "size", true)]
    [TestCase("q", "", true)]
    [TestCase("szei", "size", false)]
    [TestCase("iszez", "size", false)]
    [TestCase("seez", "size", false)]
    [TestCase("page", "size", false)]
    [TestCase("", "size", false)]
    public void One_slip_makes_one_of_the_other(string one, string other, bool expected)
    {
        Assert.That(OneEdit.IsBetween(one, other), Is.EqualTo(expected));
        Assert.That(OneEdit.IsBetween(other, one), Is.EqualTo(expected));
    }
}
