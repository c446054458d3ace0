package viva.llm.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What language models may be asked, by all processes together. Zero means no limit. A minute is a sliding window: the place of a
 * request is free 60 s after its response began. A day is the last 24 whole hours and the current one. Of every limit, answers to
 * owners may use all, turning points start below a half, and the rest below two fifths.
 */
@ConfigMapping(prefix = "viva.llm.budget")
public interface BudgetLimits {
    /** Requests in a minute; the free tier of NVIDIA NIM allows about 40. */
    @WithDefault("40")
    @Min(0)
    long requestsPerMinute();

    /** Tokens of these requests, prompts and answers together. */
    @WithDefault("200000")
    @Min(0)
    long tokensPerMinute();

    /** Requests in a day. */
    @WithDefault("20000")
    @Min(0)
    long requestsPerDay();

    /** Tokens in a day. */
    @WithDefault("20000000")
    @Min(0)
    long tokensPerDay();

    /** Money in a day, in the unit of the prices. */
    @WithDefault("0")
    @DecimalMin("0")
    BigDecimal moneyPerDay();

    Owner owner();

    /**
     * Limits of single purposes: answer, turning-point, turn, greeting, thought, reflection, analysis, embedding, probe. Each may have
     * requests-per-minute, tokens-per-minute, requests-per-day, tokens-per-day and money-per-day.
     */
    Map<CallPurpose, PurposeLimits> purposes();

    /**
     * What a million tokens of a model cost, for prompts and for answers, in any unit: {@code model=0.30/0.75}, several separated by
     * commas. The name {@code *} stands for all models that are not listed; without it those cost nothing.
     */
    Optional<List<ModelPrice>> prices();

    /** How long an answer to an owner may wait for its place in the window before it is spoken offline. */
    @WithDefault("3s")
    Duration answerWait();

    /** How long the longest request may take; the place of one that was never heard of again is free a minute later. */
    @WithDefault("2m")
    Duration longestCall();

    Adaptive adaptive();

    /** How long Redis may take to answer; a request that it does not answer in time is refused. */
    @WithDefault("1s")
    Duration counterTimeout();

    /** How often a process says in Redis that it lives. */
    @WithDefault("2s")
    Duration heartbeat();

    /** How long a process counts without a word from it. */
    @WithDefault("10s")
    Duration silence();

    /** How many processes share the limits, as long as Redis was never reached to count them. */
    @WithDefault("1")
    @Min(1)
    int assumedProcesses();

    /** What the names of the counters in Redis begin with; worlds that share a Redis but no limits differ in it. */
    @WithDefault("llm-budget")
    String keySpace();

    /** How long the ledger is kept. */
    @WithDefault("400D")
    Duration ledgerRetention();

    /** How long the id of a request to speak that has no deadline is kept, so that it is not paid for twice. */
    @WithDefault("1D")
    Duration requestRetention();

    /** Limits of each owner, for answers and for all that the owner's avatars do. */
    interface Owner {
        /** Requests in a minute, of each owner and all of its avatars. */
        @WithDefault("12")
        @Min(0)
        long requestsPerMinute();

        /** Tokens in a minute, of each owner and all of its avatars. */
        @WithDefault("60000")
        @Min(0)
        long tokensPerMinute();

        /** Requests in a day, of each owner and all of its avatars. */
        @WithDefault("2000")
        @Min(0)
        long requestsPerDay();

        /** Tokens in a day, of each owner and all of its avatars. */
        @WithDefault("2000000")
        @Min(0)
        long tokensPerDay();

        /** Money in a day, of each owner and all of its avatars. */
        @WithDefault("0")
        @DecimalMin("0")
        BigDecimal moneyPerDay();
    }

    /** How the limits of a minute give way when the server answers 429. */
    interface Adaptive {
        /** What is left of the limits of a minute after each 429. */
        @WithDefault("0.5")
        @DecimalMin("0.05")
        @DecimalMax("0.95")
        double decrease();

        /** The least that is ever left of the limits of a minute. */
        @WithDefault("0.1")
        @DecimalMin("0.01")
        @DecimalMax("1")
        double least();

        /** The part of the whole limits that comes back in a minute. */
        @WithDefault("0.05")
        @DecimalMin("0.001")
        @DecimalMax("1")
        double recoveryPerMinute();

        /** The longest pause that a server's Retry-After is believed. */
        @WithDefault("10m")
        Duration longestPause();
    }

    /** Limits of one purpose. */
    interface PurposeLimits {
        @WithDefault("0")
        @Min(0)
        long requestsPerMinute();

        @WithDefault("0")
        @Min(0)
        long tokensPerMinute();

        @WithDefault("0")
        @Min(0)
        long requestsPerDay();

        @WithDefault("0")
        @Min(0)
        long tokensPerDay();

        @WithDefault("0")
        @DecimalMin("0")
        BigDecimal moneyPerDay();
    }
}
