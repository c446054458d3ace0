package viva.gateway.phoenix;

import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** What REST answers with a problem, as an answer on a channel. */
final class Refusals {
    private Refusals() {}

    static Answer.Refused of(Rejected rejected) {
        int status = rejected.problem().status();
        if (status == ProblemType.NOT_FOUND.status()) {
            return new Answer.Refused("not_found", null);
        }
        if (status == ProblemType.TOO_MANY_REQUESTS.status()) {
            return new Answer.Refused("rate_limited", rejected.problem().detail());
        }
        return status == ProblemType.UNAVAILABLE.status()
                ? new Answer.Refused("unavailable", "try again in a moment")
                : new Answer.Refused("rejected", rejected.problem().detail());
    }
}
