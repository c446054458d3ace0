package viva.platform.servers.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import viva.platform.servers.ServerFailure;

/** RabbitMQ's and Erlang's scripts break on a space in their own path; a link in the temporary folder has none. */
final class Shortcut {
    private Shortcut() {}

    /** {@code folder} itself when its path is free of white space, otherwise a link to it. */
    static Path withoutSpaces(Path folder) {
        if (folder.toString().chars().noneMatch(Character::isWhitespace)) {
            return folder;
        }
        try {
            // A fresh private folder for the link: a guessable name could be taken by another user.
            Path parent = Files.createTempDirectory("viva-");
            Path link = Files.createSymbolicLink(parent.resolve("rabbitmq"), folder);
            parent.toFile().deleteOnExit();
            link.toFile().deleteOnExit();
            return link;
        } catch (IOException e) {
            throw new ServerFailure("Cannot make a link to " + folder, e);
        }
    }
}
