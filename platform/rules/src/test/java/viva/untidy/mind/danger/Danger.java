package viva.untidy.mind.danger;

/** Needs nothing, but stands below a package that needs {@code reader}, which needs this. */
public record Danger(String word) {}
