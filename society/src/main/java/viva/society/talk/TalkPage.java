package viva.society.talk;

import java.util.List;
import java.util.Locale;

/** Conversations as a Markdown page for reading. */
public final class TalkPage {
    private TalkPage() {}

    /** The page: each conversation under a heading that says who talks, and what the guest is to the host; {@code command} wrote it. */
    public static String of(List<WordedTalk> talks, String command) {
        StringBuilder page = new StringBuilder("# Talks among avatars\n\n");
        page.append(
                "What the avatars of a small simulated world said to each other, at even distances of its time, by the offline ");
        page.append("voice. Small print: the act and its topic, as the minds chose them.\nWritten by `")
                .append(command)
                .append("`.\n");
        int number = 1;
        for (WordedTalk talk : talks) {
            page.append("\n## ")
                    .append(number++)
                    .append(". ")
                    .append(talk.host())
                    .append(" and ");
            page.append(talk.guest())
                    .append(", ")
                    .append(talk.status().label().replace('_', ' '))
                    .append("\n\n");
            for (WordedTalk.Line line : talk.lines()) {
                page.append("- **").append(line.speaker()).append("** ").append(line.words());
                page.append(" <sub>").append(label(line)).append("</sub>\n");
            }
        }
        return page.toString();
    }

    private static String label(WordedTalk.Line line) {
        String act = line.act().label();
        String topic = line.topic().name().toLowerCase(Locale.ROOT);
        return ("nothing".equals(topic) ? act : act + " · " + topic).replace('_', ' ');
    }
}
