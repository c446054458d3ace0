package viva.prepare;

import java.nio.file.Path;
import java.util.List;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;

/**
 * A folder for each service with the addresses and keys that it is to use, one file each, for its {@code DATABASE_URL_FILE}, {@code RABBITMQ_URL_FILE}
 * and so on. Passwords are made once and kept.
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

    /** The key by which services call each other on nobody's behalf. */
    void keepInternalKey() {
        String key = Secret.keptIn(of("avatar").resolve("internal-key")).value();
        List.of("avatar", "life", "llm").forEach(service -> write(service, "VIVA_INTERNAL_KEY", key));
    }

    private Path of(String service) {
        return folder.resolve(service);
    }
}
