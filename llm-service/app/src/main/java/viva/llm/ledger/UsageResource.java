package viva.llm.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.llm.budget.ProcessBudgets;
import viva.platform.service.identity.Role;
import viva.platform.service.problem.Rejected;

/** What language models were asked and what that cost, and how much of the budget is used right now. */
@Cancellable(false)
@Path("/internal/usage")
@Tag(name = "usage")
public class UsageResource {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int DECIMALS = 6;

    private final PgLedger ledger;
    private final ProcessBudgets budgets;

    UsageResource(PgLedger ledger, ProcessBudgets budgets) {
        this.ledger = ledger;
        this.budgets = budgets;
    }

    /** Sums of some days, and how the budget stands now. */
    public record UsageView(
            LocalDate from, LocalDate to, String by, SumView total, List<SumView> rows, BudgetView budget) {}

    /**
     * What several requests took.
     *
     * @param name of what they have in common; null for what has no owner
     * @param estimatedRequests those whose tokens the server did not count
     * @param cost in the unit of the price table
     */
    public record SumView(
            String name,
            long requests,
            long estimatedRequests,
            long promptTokens,
            long completionTokens,
            BigDecimal cost) {
        static SumView of(Sum sum) {
            return new SumView(
                    sum.name(),
                    sum.requests(),
                    sum.estimated(),
                    sum.promptTokens(),
                    sum.completionTokens(),
                    BigDecimal.valueOf(sum.costMicros(), DECIMALS));
        }
    }

    @GET
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(
            summary = "What language models cost, and how much of the budget is used",
            description = "Days are UTC. The dearest rows come first, at most 1,000. Expenses are a second or so old.")
    @APIResponse(responseCode = "200", description = "Sums of the days, and the budget now")
    @APIResponse(responseCode = "422", description = "A parameter cannot be read, or more than 366 days are asked for")
    public Uni<UsageView> usage(
            @Parameter(description = "The first day, such as 2026-11-01; today without it") @QueryParam("from")
                    String from,
            @Parameter(description = "The last day; today without it") @QueryParam("to") String to,
            @Parameter(description = "purpose, model, day, owner, avatar or total")
                    @QueryParam("by")
                    @DefaultValue("purpose")
                    String by) {
        LocalDate last = day("to", to);
        LocalDate first = from == null ? last : day("from", from);
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw Rejected.invalid("from", "must be at most " + MOST_DAYS + " days before to");
        }
        Grouping grouping = Grouping.of(by)
                .orElseThrow(() -> Rejected.invalid("by", "must be purpose, model, day, owner, avatar or total"));
        return Uni.combine()
                .all()
                .unis(
                        ledger.read(grouping, first, last, MOST_ROWS),
                        ledger.read(Grouping.TOTAL, first, last, 1),
                        budgets.standing())
                .with((rows, total, standing) -> new UsageView(
                        first,
                        last,
                        by,
                        SumView.of(total.stream().reduce(new Sum("total", 0, 0, 0, 0, 0), Sum::plus)),
                        rows.stream().map(SumView::of).toList(),
                        BudgetView.of(standing)));
    }

    private static LocalDate day(String name, String text) {
        if (text == null) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Rejected.invalid(name, "must be a day such as 2026-11-01");
        }
    }
}
