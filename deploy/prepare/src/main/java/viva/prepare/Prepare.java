package viva.prepare;

import viva.platform.servers.ServerFailure;

/** The program that a deployment runs once before its services; the environment tells it everything. */
public final class Prepare {
    private Prepare() {}

    /** Exit code 0: all is ready; 1: it is not, and the last line says why. */
    public static void main(String[] arguments) {
        try {
            new Preparation(new Given(System.getenv()::get), System.out::println).run();
        } catch (ServerFailure failure) {
            System.err.println("viva: " + failure.getMessage());
            System.exit(1);
        }
    }
}
