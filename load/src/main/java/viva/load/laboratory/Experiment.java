package viva.load.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.avatar.language.Stems;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.NormalText;
import viva.avatar.recall.Ageing;
import viva.avatar.recall.Hit;
import viva.avatar.recall.Moment;
import viva.avatar.recall.Question;
import viva.avatar.recall.Ranking;
import viva.avatar.recall.Remembered;
import viva.avatar.recall.Vector;
import viva.contracts.Audience;
import viva.contracts.WorldTime;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.Turn;
import viva.load.recall.Outcome;
import viva.load.recall.Score;

/** One dialogue, remembered and asked about by one recipe. */
final class Experiment {
    private static final WorldTime NO_WORLD = new WorldTime(0);
    private static final double POSTED_IMPORTANCE = .5;
    private static final double NANOS_A_MILLI = 1e6;

    private final Dialogue dialogue;
    private final Recipe recipe;
    private final Moment asked;
    private final Ranking ranking;
    private final List<Remembered> memories;
    private final Set<String> participants;

    Experiment(Dialogue dialogue, Recipe recipe) {
        this.dialogue = dialogue;
        this.recipe = recipe;
        asked = new Moment(dialogue.end(), NO_WORLD);
        ranking = new Ranking(recipe.weights(), recipe.neighbours());
        memories = memories();
        participants = memories.stream().map(Remembered::speaker).collect(Collectors.toSet());
    }

    /** Asks everything. */
    List<Answered> run() {
        return dialogue.questions().stream().map(this::ask).toList();
    }

    private Answered ask(viva.load.dialogue.Question asking) {
        long begin = System.nanoTime();
        Question question = question(asking.text());
        List<Hit> hits = ranking.best(
                memories, question, meaning(asking.text(), question), asked, memory -> true, Score.DEPTHS.getLast());
        double millis = (System.nanoTime() - begin) / NANOS_A_MILLI;
        List<Set<String>> turns = hits.stream()
                .map(hit -> Set.of(
                        dialogue.turns().get((int) hit.memory().arrival()).id()))
                .toList();
        return new Answered(
                new Outcome(dialogue.name(), asking, turns, false, millis),
                hits.getFirst().relevance());
    }

    private Question question(String text) {
        Question unnamed = Question.of(text, participants, asked, Stems::of);
        return recipe.namesOut()
                ? unnamed
                : new Question(text, unnamed.terms(), unnamed.speakers(), unnamed.realDates(), unnamed.worldDates());
    }

    private Ranking.Meaning meaning(String text, Question question) {
        Encoder encoder = recipe.encoder();
        if (encoder == null) {
            return null;
        }
        Vector asking = Vector.of(encoder.query(question.embedded()));
        return new Ranking.Meaning(
                memory -> memory.vector().cosine(asking),
                encoder.scale(),
                Stems.isPortuguese(text) ? recipe.trustElsewhere() : 1);
    }

    private List<Remembered> memories() {
        List<Remembered> remembered = new ArrayList<>();
        for (Turn turn : dialogue.turns()) {
            remembered.add(memory(turn, remembered.size()));
        }
        return List.copyOf(remembered);
    }

    private Remembered memory(Turn turn, int arrival) {
        Encoder encoder = recipe.encoder();
        return new Remembered(
                new UUID(0, arrival),
                arrival,
                MemoryKind.INTERACTION,
                Ageing.REAL,
                new Moment(turn.at(), NO_WORLD),
                null,
                POSTED_IMPORTANCE,
                0,
                false,
                null,
                Audience.OWNER,
                List.of(),
                NormalText.of(turn.speaker()),
                Stems.of(turn.content()),
                encoder == null ? null : encoder.name(),
                encoder == null ? null : Vector.of(encoder.passage(turn.content())));
    }
}
