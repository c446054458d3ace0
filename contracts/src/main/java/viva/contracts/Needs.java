package viva.contracts;

/** How well an avatar's needs are met, each in [0, 100]; 100 is fully satisfied. */
public record Needs(double energy, double social, double stimulation, double comfort) {}
