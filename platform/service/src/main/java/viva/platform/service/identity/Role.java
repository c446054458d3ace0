package viva.platform.service.identity;

import java.util.Locale;

/** What an account may do; stands in a token's {@code groups} in lower case. */
public enum Role {
    /** Has avatars and talks to them. */
    OWNER,
    /** Runs the world: may pause and resume it. */
    OPERATOR;

    /** {@link #OWNER} in a token and in {@code @RolesAllowed}. */
    public static final String OWNER_LABEL = "owner";

    /** {@link #OPERATOR} in a token and in {@code @RolesAllowed}. */
    public static final String OPERATOR_LABEL = "operator";

    /** The name as it stands in a token: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
