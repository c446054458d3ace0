package viva.gateway.mail;

/**
 * A mail of plain text.
 *
 * @param to one address
 */
public record Letter(String to, String subject, String text) {
    /** Without the text, which may hold a code, and without the address. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
