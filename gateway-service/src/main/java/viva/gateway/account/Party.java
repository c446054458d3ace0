package viva.gateway.account;

import viva.contracts.AccountId;
import viva.gateway.limit.Network;

/**
 * Who waits for a password to be hashed.
 *
 * @param most how many of its passwords may wait
 */
public record Party(String name, int most) {
    private static final int OF_ACCOUNT = 4;

    /** Behind one address there may be many people. */
    private static final int OF_NETWORK = 64;

    /** Somebody who is signed in. */
    public static Party of(AccountId account) {
        return new Party("account " + account, OF_ACCOUNT);
    }

    /** Everybody in a network who is not. */
    public static Party of(Network network) {
        return new Party("network " + network, OF_NETWORK);
    }
}
