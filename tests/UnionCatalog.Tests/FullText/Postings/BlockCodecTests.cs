using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.Tests.FullText.Postings;

/// <summary>What is packed comes out as it went in, with vectors and without.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class BlockCodecTests
{
    [Test]
    public void Numbers_come_out_as_they_went_in_at_every_width([Range(0, 32)] int bits)
    {
        var random = new Random(bits);
        var numbers = new uint[BlockCodec.Size];
        for (var round = 0; round < 20; round++)
        {
            foreach (ref var number in numbers.AsSpan())
            {
                number = bits == 0 ? 0 : (uint)random.NextInt64(1L << bits);
            }

            // One number needs the whole width, wherever it stands.
            numbers[random.Next(numbers.Length)] |= bits == 0 ? 0 : 1u << (bits - 1);
            var packed = new byte[BlockCodec.BytesOf(bits)];
            Assert.That(BlockCodec.Pack(numbers, packed), Is.EqualTo(bits));
            AssertUnpacks(numbers, packed, bits);
        }
    }

    [Test]
    public void Ascending_numbers_come_out_as_they_went_in([Values(1, 2, 7, 100, 10_000, 5_000_000)] int step)
    {
        var random = new Random(step);
        var numbers = new uint[BlockCodec.Size];
        for (var round = 0; round < 20; round++)
        {
            var before = (uint)random.Next(1_000_000);
            var last = before;
            foreach (ref var number in numbers.AsSpan())
            {
                number = last += (uint)random.Next(step + 1);
            }

            var packed = new byte[BlockCodec.BytesOf(32)];
            var bits = BlockCodec.PackAscending(numbers, before, packed);
            var (vector, scalar) = (new uint[BlockCodec.Size], new uint[BlockCodec.Size]);
            BlockCodec.UnpackAscendingVector(packed, bits, before, vector);
            BlockCodec.UnpackAscendingScalar(packed, bits, before, scalar);
            Assert.That(vector, Is.EqualTo(numbers));
            Assert.That(scalar, Is.EqualTo(numbers));
        }
    }

    [Test]
    public void A_number_of_seven_bits_a_byte_comes_out_as_it_went_in()
    {
        var bytes = new byte[Varint.MaximumBytes];
        foreach (var number in Enumerable.Range(0, 32).SelectMany(bit => new[] { (1u << bit) - 1, 1u << bit }).Append(uint.MaxValue))
        {
            var (length, at) = (Varint.Write(bytes, number), 0);
            Assert.That((Varint.Read(bytes, ref at), at), Is.EqualTo((number, length)));
        }
    }

    [Test]
    public void A_length_is_rounded_down_by_less_than_a_sixteenth()
    {
        for (var length = 0; length <= 31_744; length++)
        {
            var rounded = FieldLengths.Of[FieldLengths.CodeOf(length)];
            Assert.That(rounded, Is.LessThanOrEqualTo(length).And.GreaterThan(length * 15 / 16 - 1), $"{length}");
        }

        Assert.That(FieldLengths.Of[FieldLengths.CodeOf(500_000)], Is.EqualTo(31_744));
    }

    private static void AssertUnpacks(uint[] numbers, byte[] packed, int bits)
    {
        var (vector, scalar) = (new uint[BlockCodec.Size], new uint[BlockCodec.Size]);
        BlockCodec.UnpackVector(packed, bits, vector);
        BlockCodec.UnpackScalar(packed, bits, scalar);
        Assert.That(vector, Is.EqualTo(numbers));
        Assert.That(scalar, Is.EqualTo(numbers));
    }
}
