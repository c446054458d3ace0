package viva.contracts.message;

/** A command to one avatar: it goes to {@code life.shard.<n>}, where n is the avatar's shard. */
public sealed interface LifeCommand extends Command permits LifecycleV1, OwnerMessageV1, WordsV1 {}
