package viva.life.mind;

import java.util.Optional;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.life.activity.CreatingMemory;
import viva.life.activity.Exploring;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Reflecting;
import viva.life.activity.Sleeping;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.tie.Tie;

/** One tick: everything that is due at its instant, one edge of the life cycle after the other. */
final class Ticking {
    /** More edges than any chain of activities that all end at bedtime has, with every turn of a conversation. */
    private static final int MAX_EDGES = 32;

    /** Why nothing came of an owner's wish when whom it named never answered. */
    private final Draft mind;

    private final ActivityParameters pace;

    private Ticking(Draft mind) {
        this.mind = mind;
        this.pace = mind.parameters.activities();
    }

    static void run(Draft mind) {
        Ticking ticking = new Ticking(mind);
        if (mind.inCompany() && mind.chatUntil <= mind.now) {
            mind.closeChat();
        }
        for (int edge = 0; edge < MAX_EDGES && ticking.takeEdge(); edge++) {}
        Desires.update(mind);
        if (mind.thoughtDue <= mind.now) {
            Musing.think(mind);
        }
    }

    private boolean takeEdge() {
        return switch (mind.activity) {
            case Idle idle -> leave(idle);
            case Sleeping sleeping -> mind.sleep.switchAt() <= mind.now && wake(sleeping);
            case Thinking thinking -> thinking.until() <= mind.now && decide(thinking);
            case Socializing socializing -> socializing.until() <= mind.now && findNobody(socializing);
            case InConversation talking -> talking.nextAt() <= mind.now && goOn(talking);
            case Reflecting reflecting -> reflecting.until() <= mind.now && gainInsight(reflecting);
            case CreatingMemory settling -> settling.until() <= mind.now && store(settling);
            case Exploring exploring -> exploring.until() <= mind.now && comeHome(exploring);
            case MatchDiscovered match -> match.until() <= mind.now && note(match);
        };
    }

    private boolean leave(Idle idle) {
        if (Schedule.bedtime(mind) <= mind.now) {
            return fallAsleep(idle);
        }
        if (Schedule.needsCheck(mind, mind.now) <= mind.now) {
            mind.become(idle.think(mind.stay(pace.thinkMinutes())));
            return true;
        }
        return false;
    }

    private boolean fallAsleep(Idle idle) {
        if (mind.inCompany()) {
            mind.closeChat();
        }
        mind.become(idle.fallAsleep());
        mind.sleep = mind.sleep.switched(mind.now, mind.temperament.chronotype(), mind.parameters.sleep());
        mind.thoughtDue = Long.MAX_VALUE;
        return false;
    }

    private boolean wake(Sleeping sleeping) {
        mind.become(sleeping.wake());
        mind.sleep = mind.sleep.switched(mind.now, mind.temperament.chronotype(), mind.parameters.sleep());
        mind.rest(pace.pauseMinutes());
        mind.awaitThought();
        return false;
    }

    private boolean decide(Thinking thinking) {
        boolean bedtime = Schedule.bedtime(mind) - mind.now < Draft.MILLIS_PER_MINUTE;
        switch (bedtime ? Choice.LET_BE : Choice.of(mind)) {
            case SOCIALIZE -> {
                long until = mind.stay(pace.mingleMinutes());
                mind.become(thinking.socialize(until));
                Companions.seek(mind, null);
            }
            case REFLECT -> {
                long until = mind.stay(pace.reflectMinutes());
                mind.become(thinking.reflect(until));
                mind.want(new Intent.Reflect(mind.time(), new WorldTime(until)));
            }
            case EXPLORE -> {
                long until = mind.stay(pace.exploreMinutes());
                mind.become(thinking.explore(until));
                mind.want(new Intent.Explore(mind.time(), new WorldTime(until)));
            }
            case LET_BE -> {
                mind.become(thinking.letBe());
                mind.rest(pace.retryMinutes());
            }
        }
        return true;
    }

    private boolean findNobody(Socializing socializing) {
        if (socializing.urged()) {
            mind.want(new Intent.Excuse(
                    mind.time(), socializing.invited(), socializing.conversation(), EndReason.NO_ANSWER));
        }
        mind.become(socializing.leave());
        mind.rest(pace.retryMinutes());
        mind.feel(Experience.nobodyThere(mind.temperament), Experience.TRIFLE);
        return true;
    }

    private boolean goOn(InConversation talking) {
        if (talking.script() == null || talking.landed() == talking.script().turns()) {
            Meeting.part(mind, talking);
        } else {
            Meeting.land(mind, talking);
        }
        return true;
    }

    private boolean gainInsight(Reflecting reflecting) {
        mind.become(reflecting.gainInsight(mind.stay(pace.rememberMinutes())));
        mind.feel(Experience.calmReflection(), Experience.TRIFLE);
        mind.want(new Intent.Remember(mind.time(), Intent.Remember.Kind.REFLECTION, Experience.NOTABLE));
        return true;
    }

    private boolean store(CreatingMemory settling) {
        mind.become(settling.store());
        mind.rest(pace.pauseMinutes());
        return true;
    }

    private boolean comeHome(Exploring exploring) {
        mind.feel(Experience.somethingNew(mind.temperament), Experience.TRIFLE);
        Optional<Tie> match = Companions.comeAcross(mind);
        if (match.isPresent()) {
            mind.become(exploring.discover(match.get().other(), mind.stay(pace.rememberMinutes())));
            mind.want(new Intent.Discover(mind.time(), match.get().other()));
            return true;
        }
        mind.become(exploring.comeHome());
        mind.rest(pace.pauseMinutes());
        mind.want(new Intent.Remember(mind.time(), Intent.Remember.Kind.EXPERIENCE, Experience.TRIFLE));
        return true;
    }

    private boolean note(MatchDiscovered match) {
        mind.relations = mind.relations.with(mind.relations
                .circle()
                .with(mind.relations.circle().of(match.match()).met(mind.now)));
        mind.become(match.record());
        mind.rest(pace.pauseMinutes());
        return true;
    }
}
