package viva.platform.servers;

/** A local server could not be brought up or taken down; the message is one sentence for the person at the terminal. */
public final class ServerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerFailure(String sentence) {
        super(sentence);
    }

    public ServerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
