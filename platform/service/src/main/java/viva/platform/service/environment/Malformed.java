package viva.platform.service.environment;

/** Says in one sentence which environment name holds what cannot be used. It never repeats a value, which may hold a password. */
final class Malformed extends IllegalArgumentException {
    Malformed(String name, String why) {
        super(name + " " + why);
    }
}
