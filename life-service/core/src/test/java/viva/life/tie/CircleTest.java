package viva.life.tie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;

/** Whom an avatar keeps in mind. */
class CircleTest {
    @Test
    void a_full_circle_forgets_the_least_close() {
        Circle circle = Circle.EMPTY.with(tie(1, BondStatus.BEST_FRIENDS, 1));
        for (int number = 2; number < 40; number++) {
            circle = circle.with(tie(number, BondStatus.ACQUAINTANCES, 1));
        }

        assertThat(circle.size()).isEqualTo(Circle.MOST);
        assertThat(circle.find(id(1))).isPresent();
        assertThat(circle.find(id(39))).isPresent();
    }

    @Test
    void only_a_few_are_known_from_hearsay() {
        Circle circle = Circle.EMPTY;
        for (int number = 1; number < 40; number++) {
            circle = circle.with(Tie.prospect(id(number), .9f));
        }

        assertThat(circle.size()).isEqualTo(Circle.MOST_PROSPECTS);
    }

    @Test
    void older_news_of_a_bond_change_nothing() {
        Circle circle = Circle.EMPTY.with(tie(1, BondStatus.FRIENDS, 5));

        assertThat(circle.with(tie(1, BondStatus.STRANGERS, 4))).isEqualTo(circle);
        assertThat(circle.with(tie(1, BondStatus.CLOSE_FRIENDS, 6)).of(id(1)).status())
                .isEqualTo(BondStatus.CLOSE_FRIENDS);
    }

    @Test
    void close_people_are_a_support_and_estranged_ones_are_none() {
        assertThat(Circle.EMPTY.with(tie(1, BondStatus.BEST_FRIENDS, 1)).support())
                .isGreaterThan(
                        Circle.EMPTY.with(tie(1, BondStatus.ACQUAINTANCES, 1)).support());
        assertThat(Circle.EMPTY.with(tie(1, BondStatus.EX, 1)).support()).isZero();
    }

    @Test
    void a_circle_goes_through_bytes_and_back() {
        Circle circle = Circle.EMPTY;
        for (int number = 0; number < Circle.MOST; number++) {
            circle = circle.with(tie(number, BondStatus.ofCode((byte) (number % 11)), number + 1));
        }
        ByteBuffer bytes = ByteBuffer.allocate(CircleCodec.MAX_BYTES);

        CircleCodec.write(circle, bytes);

        assertThat(CircleCodec.read(bytes.flip())).isEqualTo(circle);
    }

    private static Tie tie(long number, BondStatus status, long version) {
        return new Tie(id(number), status, .5f, .6f, .4f, .1f, .7f, version, 1_000 + number);
    }

    private static AvatarId id(long number) {
        return new AvatarId(new UUID(7, number));
    }
}
