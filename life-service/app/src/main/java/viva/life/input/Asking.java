package viva.life.input;

import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.platform.messaging.Outgoing;

/** Asks the llm service for words, unless it has not kept its deadlines lately: then their time is up at once, and the offline voice speaks. */
final class Asking {
    private final World world;
    private final AnswerCircuit circuit;

    Asking(World world, AnswerCircuit circuit) {
        this.world = world;
        this.circuit = circuit;
    }

    /** {@code queue} is that of the urgency. */
    void ask(CloudEvent<SpeakV1> request, String queue, Scene scene) {
        Ask ask = new Ask(request, request.data().deadline());
        if (ask.isForOwner() && !circuit.admits(world.realNow())) {
            scene.ledger().ask(new Ask(request, Ask.NOT_SENT));
            return;
        }
        scene.ledger().ask(ask);
        scene.ledger().say(Outgoing.command(request, queue).until(ask.dueAt()));
    }

    /** Nobody found words in time. */
    void missed(Ask ask) {
        if (ask.isForOwner() && ask.wasSent()) {
            circuit.missed(ask.inReplyTo(), world.realNow());
        }
    }

    /** Words came in time. */
    void answered(Ask ask) {
        if (ask.isForOwner()) {
            circuit.answered();
        }
    }
}
