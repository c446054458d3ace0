package viva.avatar.chance;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import viva.avatar.personality.Catalogue;
import viva.avatar.personality.RandomPersonality;
import viva.contracts.Personality;

/** Draws personalities by real chance. */
@Singleton
public class Chance {
    private final Catalogue catalogue = Catalogue.standard();

    public Personality personality() {
        return RandomPersonality.draw(ThreadLocalRandom.current(), catalogue);
    }
}
