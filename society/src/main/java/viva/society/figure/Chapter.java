package viva.society.figure;

import java.util.List;

/** Figures that belong together. */
public record Chapter(String title, List<Figure> figures) {
    public Chapter {
        figures = List.copyOf(figures);
    }
}
