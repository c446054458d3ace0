package viva.society.world;

import java.util.List;
import viva.life.mind.Intent;

/** Does in the world what minds want, one wish after the other: the only place in which avatars touch each other. */
final class Encounters {
    /** Grants the wishes, which are in their {@link Wish#ORDER}; what people want as a consequence is added to {@code more}. */
    void grant(List<Wish> wishes, List<Wish> more) {
        for (Wish wish : wishes) {
            switch (wish.what()) {
                case Intent.SeekCompany ignored -> {}
                case Intent.Speak ignored -> {}
                case Intent.Think ignored -> {}
                case Intent.Explore ignored -> {}
                case Intent.Reflect ignored -> {}
                case Intent.Remember ignored -> {}
            }
        }
    }
}
