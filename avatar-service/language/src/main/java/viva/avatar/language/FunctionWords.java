package viva.avatar.language;

import java.util.Arrays;
import java.util.Set;

/** Words that say nothing of what a text is about: function words, and those that questions are made of. In lower case. */
final class FunctionWords {
    static final Set<String> ENGLISH = words("""
            a about after again all also am an and any are aren't as at be because been before being but by can can't could couldn't did didn't do does
            doesn't doing don't down during each few for from further had hadn't has hasn't have haven't having he her here hers herself him himself his how i
            i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most my myself no nor not of off on once only or other our ours out
            over own same she should so some such than that that's the their theirs them themselves then there these they this those through to too under
            until up very was wasn't we were weren't what what's when where which while who who's whom whose why will with won't would wouldn't you your
            yours yourself ever many much tell""");

    static final Set<String> PORTUGUESE = words("""
            a ao aos aquela aquelas aquele aqueles aquilo as até com como da das de dela dele deles depois do dos e é ela elas ele eles em entre era eram essa
            essas esse esses esta está estão estas estava este estes eu foi foram há isso isto já lhe mais mas me mesmo meu meus minha minhas muito na não nas
            nem no nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos por porque quais qual quando quanto quantos que quê quem se sem ser seu
            seus só sua suas também te tem têm teu teus tinha tua tuas tu um uma umas uns você vocês vos""");

    private FunctionWords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1)));
    }
}
