package viva.gateway.phoenix;

/**
 * A token bucket over the frames of one client. It goes as far below zero as above, so that refusing somebody who does not stop
 * has an end too.
 */
final class FrameRate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long last;

    /** Whether a frame is within the rate. */
    enum Verdict {
        WITHIN,
        OVER,
        FAR_OVER
    }

    FrameRate(int perSecond, int burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = nowNanos;
    }

    /** What a client may send. */
    static FrameRate of(SocketConfig config) {
        return new FrameRate(config.framesPerSecond(), config.frameBurst(), System.nanoTime());
    }

    /** Counts one frame at an instant of a monotonic clock. */
    Verdict count(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - last) / NANOS_PER_SECOND * perSecond);
        last = nowNanos;
        tokens = Math.max(-burst, tokens - 1);
        if (tokens >= 0) {
            return Verdict.WITHIN;
        }
        return tokens > -burst ? Verdict.OVER : Verdict.FAR_OVER;
    }
}
