namespace UnionCatalog.Store;

/// <summary>One entry of the change log of records.</summary>
/// <param name="Number">Its number, counting up.</param>
/// <param name="Record">The record's own number: the order in which records were first stored.</param>
/// <param name="Subject">The record as it is now.</param>
public sealed record RecordChange(long Number, long Record, HarvestedRecord Subject);

/// <summary>Where a record is.</summary>
/// <param name="Record">The record.</param>
/// <param name="Profile">What it is compared by.</param>
/// <param name="Cluster">The cluster that it is in; 0 for none yet.</param>
/// <param name="Holdings">How many holdings it tells of, 1 at least.</param>
public readonly record struct Placement(long Record, long Profile, long Cluster, int Holdings);

/// <summary>What is compared.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">What names it: records with the same share it.</param>
/// <param name="Own">The only record that it is of, where an override names that; null where any may share it.</param>
/// <param name="Title">Its title, hashed: for counting different ones.</param>
/// <param name="IsPoor">Whether it says too little to be compared: then its records stay alone.</param>
/// <param name="Features">What it says. Of no meaning to the store.</param>
public sealed record StoredProfile(long Number, UInt128 Hash, long? Own, long Title, bool IsPoor, ReadOnlyMemory<byte> Features);

/// <summary>Two profiles that are the same, or may be.</summary>
/// <param name="Profile">One.</param>
/// <param name="Partner">The other.</param>
/// <param name="Weight">The evidence, in hundredths of a nat.</param>
/// <param name="IsSame">Whether they are the same; else it is not sure.</param>
public readonly record struct StoredPair(long Profile, long Partner, int Weight, bool IsSame);

/// <summary>An identifier that is not believed.</summary>
/// <param name="Block">The block of what has it.</param>
/// <param name="Family">Its kind.</param>
/// <param name="Identifier">The identifier as it is compared.</param>
public sealed record StoredSuspicion(long Block, byte Family, string Identifier);

/// <summary>What a person decided of two records.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Kind">What was decided.</param>
public readonly record struct StoredOverride(long A, long B, OverrideKind Kind);

/// <summary>Two clusters that a person should look at.</summary>
/// <param name="First">The older.</param>
/// <param name="Second">The younger.</param>
/// <param name="Weight">The evidence between their best pair of profiles.</param>
/// <param name="Holdings">How many holdings both have.</param>
/// <param name="FirstProfile">The profile of the older in that pair.</param>
/// <param name="SecondProfile">The profile of the younger.</param>
public readonly record struct StoredReview(long First, long Second, int Weight, long Holdings, long FirstProfile, long SecondProfile);
