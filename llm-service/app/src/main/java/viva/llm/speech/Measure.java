package viva.llm.speech;

import viva.contracts.message.SpeakV1;
import viva.llm.budget.CallPurpose;
import viva.llm.nim.Purpose;

/**
 * How much is said on an occasion, and what it counts as.
 *
 * @param purpose whose list of models is asked
 * @param mostTokens of the model's answer
 * @param mostChars of the text that is released, in UTF-16 characters
 * @param temperature in [0, 1]
 */
record Measure(CallPurpose call, Purpose purpose, int mostTokens, int mostChars, double temperature) {
    private static final double LIVELY = .8;

    static Measure of(SpeakV1 request) {
        return switch (request.occasion()) {
            case ANSWER -> new Measure(CallPurpose.ANSWER, Purpose.ANSWER, 300, 900, .7);
            case TURN -> new Measure(turn(request), Purpose.TURN, 120, 400, LIVELY);
            case GREETING -> new Measure(CallPurpose.GREETING, Purpose.ANSWER, 120, 400, LIVELY);
            case REACH_OUT -> new Measure(CallPurpose.GREETING, Purpose.ANSWER, 100, 300, LIVELY);
            case THOUGHT -> new Measure(CallPurpose.THOUGHT, Purpose.THOUGHT, 60, 160, LIVELY);
        };
    }

    private static CallPurpose turn(SpeakV1 request) {
        return request.context().turningPoint() ? CallPurpose.TURNING_POINT : CallPurpose.TURN;
    }
}
