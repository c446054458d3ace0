package viva.system;

import com.fasterxml.jackson.databind.node.TextNode;

/** Rules for {@link viva.platform.testkit.MockLlm}: one answer to everything, and one model. */
final class ModelRules {
    static final String MODEL = "mock-1";

    private ModelRules() {}

    /** Every answer is a good one, with these words. */
    static String saying(String words) {
        return answering(
                200,
                "{\"id\":\"1\",\"model\":\"" + MODEL
                        + "\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":" + TextNode.valueOf(words)
                        + "},\"finish_reason\":\"stop\"}]}");
    }

    /** Every answer is this one. */
    static String answering(int status, String content) {
        return "{\"streaming\":{\"chunkSize\":7,\"chunkIntervalMs\":10},\"rules\":[{\"path\":\"/v1/chat/completions\","
                + "\"response\":{\"status\":" + status + ",\"content\":" + TextNode.valueOf(content) + "}},"
                + "{\"path\":\"/v1/models\",\"response\":{\"status\":200,\"content\":\"{\\\"data\\\":[{\\\"id\\\":\\\""
                + MODEL + "\\\"}]}\"}}]}";
    }
}
