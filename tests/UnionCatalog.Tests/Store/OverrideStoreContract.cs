using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every implementation of <see cref="IOverrideStore"/> must do.</summary>
public abstract class OverrideStoreContract : StoreContract
{
    [SetUp]
    public async Task Harvest() => await AppendAsync(await BeginRunAsync(), [.. "abcdefg".Select(letter => Live($"{letter}", $"{letter}"))]);

    [Test]
    public async Task A_decision_is_kept_with_who_when_and_why()
    {
        Assert.That(await Overrides.AddAsync(Together("a", "b"), default), Is.EqualTo(new OverrideResult.Added(Together("a", "b"), true)));
        await Overrides.AddAsync(Apart("b", "c"), default);
        await ReopenAsync();

        Assert.That(await Overrides.ListAsync(0, 10, default), Is.EqualTo(new[] { Apart("b", "c"), Together("a", "b") }));
        Assert.That(await Overrides.ListAsync(1, 10, default), Is.EqualTo(new[] { Together("a", "b") }));
        Assert.That(await Overrides.FindAsync(Key("c"), default), Is.EqualTo(new[] { Apart("b", "c") }));
        Assert.That(await Overrides.FindAsync(Key("z"), default), Is.Empty);
    }

    [Test]
    public async Task The_same_decision_twice_is_kept_once_as_it_was_first()
    {
        await Overrides.AddAsync(Together("a", "b"), default);
        var again = Together("b", "a") with { By = "Pak Budi", Why = "another reason" };

        Assert.That(await Overrides.AddAsync(again, default), Is.EqualTo(new OverrideResult.Added(Together("a", "b"), false)));
        Assert.That(await Overrides.ListAsync(0, 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Never_together_is_refused_for_what_a_chain_joins_and_the_chain_is_told()
    {
        await Overrides.AddAsync(Together("a", "b"), default);
        await Overrides.AddAsync(Together("c", "b"), default);
        await Overrides.AddAsync(Together("c", "d"), default);
        await Overrides.AddAsync(Together("e", "f"), default);

        AssertChain(await Overrides.AddAsync(Apart("a", "d"), default), Together("a", "b"), Together("b", "c"), Together("c", "d"));
        AssertChain(await Overrides.AddAsync(Apart("b", "a"), default), Together("a", "b"));
        Assert.That(await Overrides.AddAsync(Apart("a", "e"), default), Is.InstanceOf<OverrideResult.Added>());
        Assert.That(await Overrides.ListAsync(0, 10, default), Has.Count.EqualTo(5), "what is refused is not kept");
    }

    [Test]
    public async Task Always_together_is_refused_where_it_would_join_what_is_parted()
    {
        await Overrides.AddAsync(Together("a", "b"), default);
        await Overrides.AddAsync(Apart("b", "e"), default);
        await Overrides.AddAsync(Together("e", "d"), default);

        AssertChain(await Overrides.AddAsync(Together("a", "d"), default), Together("a", "b"), Apart("b", "e"), Together("d", "e"));
        AssertChain(await Overrides.AddAsync(Together("e", "b"), default), Apart("b", "e"));
        Assert.That(await Overrides.AddAsync(Together("a", "c"), default), Is.InstanceOf<OverrideResult.Added>());
    }

    [Test]
    public async Task A_decision_that_is_withdrawn_refuses_nothing_any_more()
    {
        await Overrides.AddAsync(Together("a", "b"), default);

        Assert.That(await Overrides.WithdrawAsync(Key("b"), Key("a"), default), Is.EqualTo(Together("a", "b")));
        Assert.That(await Overrides.WithdrawAsync(Key("b"), Key("a"), default), Is.Null);
        Assert.That(await Overrides.WithdrawAsync(Key("b"), Key("z"), default), Is.Null);
        Assert.That(await Overrides.AddAsync(Apart("a", "b"), default), Is.InstanceOf<OverrideResult.Added>());
    }

    [Test]
    public async Task A_record_that_was_never_told_is_refused_and_one_that_is_deleted_is_not()
    {
        await AppendAsync((await Harvests.FindRunningAsync(Koha, default))!, Deleted("b"));

        Assert.That(await Overrides.AddAsync(Together("a", "z"), default), Is.EqualTo(new OverrideResult.Unknown(Key("z"))));
        Assert.That(await Overrides.AddAsync(Together("a", "b"), default), Is.InstanceOf<OverrideResult.Added>());
    }

    [Test]
    public async Task The_clusters_hear_of_both_records_and_the_records_did_not_change()
    {
        await PullAsync();
        var before = await Harvests.FindStandingAsync(Key("a"), default);
        await Overrides.AddAsync(Together("c", "a"), default);
        Assert.That((await PullAsync()).Select(change => change.Subject.Key), Is.EqualTo(new[] { Key("a"), Key("c") }));

        await Overrides.WithdrawAsync(Key("a"), Key("c"), default);
        Assert.That((await PullAsync()).Select(change => change.Subject.Key), Is.EqualTo(new[] { Key("a"), Key("c") }));
        Assert.That(await Harvests.FindStandingAsync(Key("a"), default), Is.EqualTo(before));
    }

    [Test]
    public void What_cannot_be_a_decision_is_refused()
    {
        Assert.That(() => Overrides.AddAsync(Together("a", "a"), default), Throws.ArgumentException);
        Assert.That(() => Overrides.AddAsync(Together("a", "b") with { By = " " }, default), Throws.ArgumentException);
        Assert.That(() => Overrides.AddAsync(Together("a", "b") with { By = new string('x', 101) }, default), Throws.ArgumentException);
        Assert.That(() => Overrides.AddAsync(Together("a", "b") with { Why = new string('x', 1_001) }, default), Throws.ArgumentException);
    }

    private static MatchOverride Together(string a, string b) => new(OverrideKind.Together, Key(a), Key(b), "Bu Sri", "one book", Noon);

    private static MatchOverride Apart(string a, string b) => new(OverrideKind.Apart, Key(a), Key(b), "Bu Sri", "two books", Noon);

    private static void AssertChain(OverrideResult result, params MatchOverride[] chain) =>
        Assert.That((result as OverrideResult.Conflict)?.Chain, Is.EqualTo(chain));
}
