using System.Text;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

/// <summary>What is kept of an upload password.</summary>
public sealed class PasswordHashTests
{
    private const string Made = "pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw==$q5XwVcHF8iRmLlG84ghzn6oWqjCi396C2SaE4OYMdSU=";

    [Test]
    public void A_hash_accepts_its_password_and_no_other()
    {
        var hash = PasswordHash.Of(PasswordDigest.Of("bunga rampai"));

        Assert.That(hash.Accepts(PasswordDigest.Of("bunga rampai")), Is.True);
        Assert.That(hash.Accepts(PasswordDigest.Of("bunga rampa")), Is.False);
        Assert.That(hash.Accepts(default), Is.False, "a digest of nothing");
    }

    [Test]
    public void What_a_file_keeps_is_read_back_and_does_not_tell_the_password()
    {
        var written = PasswordHash.Of(PasswordDigest.Of("bunga rampai")).ToString();

        Assert.That(written, Does.Match(@"^pbkdf2-sha256\$600000\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$"));
        Assert.That(written, Is.Not.EqualTo(PasswordHash.Of(PasswordDigest.Of("bunga rampai")).ToString()), "each has a salt of its own");
        Assert.That(PasswordHash.Read(written)!.Accepts(PasswordDigest.Of("bunga rampai")), Is.True);
    }

    /// <summary>As another program makes it: hashlib.pbkdf2_hmac("sha256", hashlib.sha1(b"bunga rampai").hexdigest(), bytes(range(16)), 600000).</summary>
    [Test]
    public void A_hash_that_another_program_made_is_understood() =>
        Assert.That(PasswordHash.Read(Made)!.Accepts(PasswordDigest.Of("bunga rampai")), Is.True);

    [TestCase("bunga rampai", "b269091d8a65ad39055a94b301db8ac47dc8f968")]
    [TestCase("B269091D8A65AD39055A94B301DB8AC47DC8F968", "b269091d8a65ad39055a94b301db8ac47dc8f968")]
    [TestCase("s0beautifulday", "2325f677e21c1613909c953eb03c57352259cc5d")]
    public void A_password_and_its_sha1_have_one_digest(string password, string expected) =>
        Assert.That(Encoding.ASCII.GetString(PasswordDigest.Of(password).ToBytes()), Is.EqualTo(expected));

    [Test]
    public void A_digest_does_not_end_in_a_log() =>
        Assert.That($"{PasswordDigest.Of("bunga rampai")}", Is.EqualTo("(password)"));

    [TestCase("")]
    [TestCase("bunga rampai")]
    [TestCase("pbkdf2-sha256$599999$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [TestCase("pbkdf2-sha256$10000001$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [TestCase("pbkdf2-sha1$600000$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [TestCase("pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0=$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [TestCase("pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw==$")]
    [TestCase("pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw==$????")]
    public void What_is_no_hash_of_this_form_is_not_read(string text) => Assert.That(PasswordHash.Read(text), Is.Null);
}
