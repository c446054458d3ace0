package viva.llm.speech;

import java.time.Instant;

/** Who follows an answer while its words are found. Its calls never block and never fail. */
interface Audience {
    /** Nobody: the words are wanted when they are complete. */
    Audience NONE = new Audience() {
        @Override
        public boolean follows() {
            return false;
        }

        @Override
        public void begun(Instant until) {}

        @Override
        public void released(int index, String sentence) {}
    };

    /** Whether anybody wants the words as they come. */
    boolean follows();

    /** The first words have come; the answer is complete before {@code until}. */
    void begun(Instant until);

    /** A sentence that passed its checks, with the blank before it; {@code index} counts from 0. */
    void released(int index, String sentence);
}
