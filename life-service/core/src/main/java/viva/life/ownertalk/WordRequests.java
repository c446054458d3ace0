package viva.life.ownertalk;

import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.decision.Change;
import viva.life.decision.Draft;
import viva.life.decision.Posting;
import viva.life.decision.Posting.Recipient;

/**
 * Requests for words to an owner. While the llm service misses its deadlines it is not asked: such a request is due at once, and answered with the
 * offline voice.
 */
public final class WordRequests {
    private WordRequests() {}

    /** Asks for words until the request's own deadline. */
    public static void ask(CloudEvent<SpeakV1> request, Recipient recipient, Draft draft) {
        Ask ask = new Ask(request, request.data().deadline());
        if (ask.isForOwner() && !draft.now().company().admitsRequest(draft.now().real())) {
            draft.change(new Change.AnswerAwaited(new Ask(request, Ask.NOT_SENT)));
            return;
        }
        draft.change(new Change.AnswerAwaited(ask));
        draft.send(new Posting.ToRecipient(request, recipient, ask.dueAt()));
    }
}
