package viva.llm.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viva.llm.allowance.Allowance;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Consumption;
import viva.llm.budget.ProcessBudgets;

/**
 * How the budget stands.
 *
 * @param shared whether all processes are counted; else only the one that answers
 * @param processes that share the limits, as far as known
 * @param factor what is left of the limits of a minute after the server asked to slow down, in (0, 1]
 */
public record BudgetView(boolean shared, int processes, double factor, List<Account> accounts) {
    private static final int DECIMALS = 6;

    /**
     * What one account has used, and its limits; a limit of 0 is none.
     *
     * @param name {@code world}, or a purpose
     */
    public record Account(String name, Figures minute, Figures day) {}

    /** Figures of a minute or a day; money is counted by the day only. */
    public record Figures(
            long requests, long mostRequests, long tokens, long mostTokens, BigDecimal money, BigDecimal mostMoney) {}

    static BudgetView of(ProcessBudgets.Standing standing) {
        Consumption used = standing.used();
        AllowancePlan plan = standing.plan();
        double factor = used.throttle().factorAt(used.now(), plan.throttle());
        List<Account> accounts = new ArrayList<>();
        accounts.add(account("world", used.world(), plan.world().slowedTo(factor)));
        used.purposes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> account(entry.getKey(), entry.getValue(), plan.purpose(entry.getKey())))
                .forEach(accounts::add);
        return new BudgetView(standing.shared(), standing.processes(), factor, accounts);
    }

    private static Account account(String name, Consumption.Scope used, Allowance most) {
        return new Account(
                name,
                new Figures(used.requests(), most.requestsAMinute(), used.tokens(), most.tokensAMinute(), null, null),
                new Figures(
                        used.dayRequests(),
                        most.requestsADay(),
                        used.dayTokens(),
                        most.tokensADay(),
                        BigDecimal.valueOf(used.dayMicros(), DECIMALS),
                        BigDecimal.valueOf(most.microsADay(), DECIMALS)));
    }
}
