package viva.life.decision;

/** What became of a trigger. */
public sealed interface CommandResult {
    CommandResult APPLIED = new Applied();

    /** It took effect. */
    record Applied() implements CommandResult {}

    /** It came too late, twice, or for an avatar that is gone: there is nothing to do. */
    record Ignored(String reason) implements CommandResult {}

    /** It must not take effect; its message becomes a dead letter. */
    record Rejected(String reason) implements CommandResult {}
}
