package viva.avatar.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import viva.avatar.recall.Terms;

/**
 * The stems of a text's words of content: English ones (Porter 1980), or Portuguese ones (RSLP, Orengo &amp; Huyck 2001) where more of its function words are Portuguese. Function and
 * question words are left out. Safe for concurrent use.
 */
public final class Stems {
    /** Of this way to find stems; terms of another one are found anew. */
    public static final short VERSION = 1;

    private static final Set<String> ENGLISH_WORDS = FunctionWords.ENGLISH;
    private static final Set<String> PORTUGUESE_WORDS = FunctionWords.PORTUGUESE;
    private static final CharArraySet FUNCTION_WORDS = functionWords();
    private static final Analyzer WORDS = new Words();
    private static final Analyzer ENGLISH = new English();
    private static final Analyzer PORTUGUESE = new Portuguese();

    private Stems() {}

    /** The stems of a text, in order. */
    public static Terms of(String text) {
        return Terms.of(tokens(isPortuguese(text) ? PORTUGUESE : ENGLISH, text));
    }

    /** Whether more of a text's function words are Portuguese than English. */
    public static boolean isPortuguese(String text) {
        List<String> words = tokens(WORDS, text);
        return words.stream().filter(PORTUGUESE_WORDS::contains).count()
                > words.stream().filter(ENGLISH_WORDS::contains).count();
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static CharArraySet functionWords() {
        CharArraySet all = new CharArraySet(ENGLISH_WORDS, false);
        all.addAll(PORTUGUESE_WORDS);
        return CharArraySet.unmodifiableSet(all);
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
        }
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenFilter words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
            TokenFilter content = new StopFilter(words, FUNCTION_WORDS);
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(new ASCIIFoldingFilter(content)));
        }
    }

    private static final class Portuguese extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenFilter content = new StopFilter(new LowerCaseFilter(tokenizer), FUNCTION_WORDS);
            return new TokenStreamComponents(tokenizer, new PortugueseStemFilter(new ASCIIFoldingFilter(content)));
        }
    }
}
