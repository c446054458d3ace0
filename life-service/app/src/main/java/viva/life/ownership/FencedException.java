package viva.life.ownership;

/** The shard belongs to somebody else by now; the transaction was rolled back and nothing of it may be acknowledged. */
public final class FencedException extends RuntimeException {
    private final transient Lease lease;

    FencedException(Lease lease) {
        super("fenced: " + lease);
        this.lease = lease;
    }

    public Lease lease() {
        return lease;
    }
}
