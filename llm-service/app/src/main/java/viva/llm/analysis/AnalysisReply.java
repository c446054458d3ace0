package viva.llm.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import viva.llm.chat.ChatReply.UsageView;

/**
 * What a model read in a text.
 *
 * @param result fits the schema of the request
 * @param attempts 1, or 2 when the first answer did not fit
 * @param usage of both attempts together
 */
public record AnalysisReply(String model, JsonNode result, int attempts, UsageView usage) {}
