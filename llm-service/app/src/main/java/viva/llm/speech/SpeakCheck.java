package viva.llm.speech;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import viva.contracts.message.SpeakV1;

/** What a request must have before anybody can find words for it. */
final class SpeakCheck {
    /** Names of avatars are shorter; labels such as a topic or a status are a few words. */
    static final int MOST_NAME_CHARS = 100;

    static final int MOST_LABEL_CHARS = 60;

    /** One field and what is wrong with it. */
    record Fault(String field, String message) {}

    private SpeakCheck() {}

    static Optional<Fault> fault(SpeakV1 request) {
        return speaker(request).or(() -> occasion(request)).or(() -> sizes(request));
    }

    private static Optional<Fault> speaker(SpeakV1 request) {
        if (request.avatarId() == null) {
            return missing("avatar_id");
        }
        if (request.messageId() == null) {
            return missing("message_id");
        }
        if (request.profile() == null) {
            return missing("profile");
        }
        if (request.state() == null) {
            return missing("state");
        }
        if (request.state().emotions() == null) {
            return missing("state.emotions");
        }
        if (request.state().worldTime() == null) {
            return missing("state.world_time");
        }
        return request.said() == null ? missing("said") : Optional.empty();
    }

    private static Optional<Fault> occasion(SpeakV1 request) {
        return switch (request.occasion()) {
            case ANSWER ->
                request.said().isEmpty() ? Optional.of(new Fault("said", "must not be empty")) : Optional.empty();
            case TURN -> request.partner() == null ? missing("partner") : Optional.empty();
            case THOUGHT -> request.topic() == null ? missing("topic") : Optional.empty();
            case GREETING, REACH_OUT -> Optional.empty();
        };
    }

    private static Optional<Fault> sizes(SpeakV1 request) {
        if (request.recent().size() > SpeakV1.MOST_LINES) {
            return Optional.of(new Fault("recent", "must have at most " + SpeakV1.MOST_LINES + " lines"));
        }
        if (request.news().size() > SpeakV1.MOST_NEWS) {
            return Optional.of(new Fault("news", "must have at most " + SpeakV1.MOST_NEWS + " items"));
        }
        return tooLong("said", request.said(), SpeakV1.MOST_CHARS)
                .or(() -> texts("recent", request.recent().stream().map(SpeakV1.Line::content)))
                .or(() -> texts(
                        "context.memories",
                        request.context().memories().stream().map(SpeakV1.Memory::content)))
                .or(() -> tooLong("topic", request.topic(), MOST_LABEL_CHARS))
                .or(() -> partner(request.partner()))
                .or(() -> news(request.news()));
    }

    private static Optional<Fault> partner(SpeakV1.Partner partner) {
        if (partner == null) {
            return Optional.empty();
        }
        if (partner.name() == null || partner.name().isBlank()) {
            return missing("partner.name");
        }
        return tooLong("partner.name", partner.name(), MOST_NAME_CHARS);
    }

    private static Optional<Fault> news(List<SpeakV1.News> news) {
        return news.stream().map(SpeakCheck::item).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Fault> item(SpeakV1.News item) {
        if (item.kind() == null) {
            return missing("news.kind");
        }
        if (item.count() < 1) {
            return Optional.of(new Fault("news.count", "must be at least 1: " + item.count()));
        }
        return tooLong("news.kind", item.kind(), MOST_LABEL_CHARS)
                .or(() -> tooLong("news.name", item.name(), MOST_NAME_CHARS));
    }

    private static Optional<Fault> texts(String field, Stream<String> texts) {
        return texts.map(text -> text == null ? missing(field) : tooLong(field, text, SpeakV1.MOST_CHARS))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> tooLong(String field, String value, int most) {
        return value == null || value.length() <= most
                ? Optional.empty()
                : Optional.of(new Fault(field, "must have at most " + most + " characters"));
    }

    private static Optional<Fault> missing(String field) {
        return Optional.of(new Fault(field, "must be there"));
    }
}
