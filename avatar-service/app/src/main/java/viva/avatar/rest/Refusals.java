package viva.avatar.rest;

import java.util.List;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.Problem.FieldError;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** The core's rejections as problems. */
final class Refusals {
    /** A file may have one in each of its memories. */
    private static final int MOST_ERRORS = 200;

    private Refusals() {}

    static <T> T orThrow(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value) -> value;
            case Checked.Refused<T>(List<Rejection> rejections) -> throw of(rejections);
        };
    }

    static Rejected of(Rejection rejection) {
        return of(List.of(rejection));
    }

    private static Rejected of(List<Rejection> rejections) {
        List<FieldError> errors = rejections.stream()
                .limit(MOST_ERRORS)
                .map(r -> new FieldError(r.field(), r.reason()))
                .toList();
        FieldError first = errors.getFirst();
        int untold = rejections.size() - errors.size();
        String more = untold > 0 ? "; of " + rejections.size() + " faults " + untold + " are not listed" : "";
        return Rejected.with(Problem.of(ProblemType.INVALID, first.field() + " " + first.message() + more, errors));
    }
}
