package viva.contracts.message;

/** Something that happened. Published on {@code viva.events} with the routing key {@code <aggregate>.<event>.<avatarId>}. */
public sealed interface Event extends Message
        permits AvatarEvent,
                ConversationMessageV1,
                ConversationStartedV1,
                ConversationEndedV1,
                ThoughtHadV1,
                GreetingSaidV1,
                MemoryFormedV1,
                MemoryFadedV1,
                BondEvolvedV1,
                BondEvent,
                MatchFoundV1,
                MatchMutualV1,
                MatchLostV1,
                BlockChangedV1,
                LlmUsageV1,
                ErasureDoneV1,
                LeftBehindV1,
                WorldClockV1 {}
