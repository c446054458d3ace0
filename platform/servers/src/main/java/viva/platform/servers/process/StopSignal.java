package viva.platform.servers.process;

/** A POSIX signal that ends a server; the JDK itself can send only TERM and KILL. */
public enum StopSignal {
    INT,
    TERM,
    KILL;

    /** Sends the signal; a process that is already gone is fine. */
    public void send(long pid) {
        // The shell's built-in: a bare machine has no kill program.
        var _ = Command.ask("/bin/sh", "-c", "kill -" + name() + " " + pid);
    }
}
