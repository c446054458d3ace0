package viva.contracts;

/**
 * What an avatar feels right now, each in [0, 1]..
 */
public record Emotions(
        double joy,
        double sadness,
        double anger,
        double fear,
        double surprise,
        double disgust,
        double love,
        double loneliness,
        double curiosity,
        double excitement) {}
