package viva.contracts.message;

/**
 * Something worth seeing only now; loss is allowed. Published on {@code viva.live}, not persistent, with the routing key
 * {@code <topic>.<avatarId>}.
 */
public sealed interface LiveFrame extends Message
        permits TypingV1, StateChangedV1, WatchedV1, TimelineGrewV1, AnswerDeltaV1, AvatarErasedV1 {}
