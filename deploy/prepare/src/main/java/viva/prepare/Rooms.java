package viva.prepare;

import java.nio.file.Path;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;

/**
 * A folder for each service with the addresses that it is to use, one file each, for its {@code DATABASE_URL_FILE} and
 * {@code RABBITMQ_URL_FILE}. Passwords are made once and kept.
 *
 * @param folder above the services' folders
 */
record Rooms(Path folder) {
    Secret password(String service, String kind) {
        return Secret.keptIn(of(service).resolve(kind + "-password"));
    }

    void write(String service, String name, String value) {
        PrivateFiles.write(of(service).resolve(name), value + "\n");
    }

    /** What encrypts the gateway's signing keys; it must stay the same as long as the database. */
    void keepSecretKeyBase() {
        String twice = Secret.keptIn(of("gateway").resolve("secret-key")).value()
                + Secret.keptIn(of("gateway").resolve("secret-key-2")).value();
        write("gateway", "SECRET_KEY_BASE", twice);
    }

    private Path of(String service) {
        return folder.resolve(service);
    }
}
