package viva.life.benchmark;

/** Who is next: a binary heap of instants that knows nobody twice. */
final class Agenda {
    private final long[] instants;
    private final int[] people;

    /** {@code instants[i]} is when person {@code i} is due. */
    Agenda(long[] instants) {
        this.instants = instants.clone();
        this.people = new int[instants.length];
        for (int i = 0; i < people.length; i++) {
            people[i] = i;
        }
        for (int i = people.length / 2 - 1; i >= 0; i--) {
            sink(i, this.instants[i], people[i]);
        }
    }

    private Agenda(Agenda other) {
        this.instants = other.instants.clone();
        this.people = other.people.clone();
    }

    Agenda copy() {
        return new Agenda(this);
    }

    int next() {
        return people[0];
    }

    long nextInstant() {
        return instants[0];
    }

    /** The one who was next is due again at {@code instant}. */
    void again(long instant) {
        sink(0, instant, people[0]);
    }

    private void sink(int from, long instant, int person) {
        int at = from;
        for (int child = 2 * at + 1; child < people.length; child = 2 * at + 1) {
            if (child + 1 < people.length && instants[child + 1] < instants[child]) {
                child++;
            }
            if (instant <= instants[child]) {
                break;
            }
            instants[at] = instants[child];
            people[at] = people[child];
            at = child;
        }
        instants[at] = instant;
        people[at] = person;
    }
}
