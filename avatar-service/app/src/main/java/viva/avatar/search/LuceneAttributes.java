package viva.avatar.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl;

/** What Lucene makes by reflection when it finds stems, for native images. */
@RegisterForReflection(targets = {PackedTokenAttributeImpl.class, KeywordAttributeImpl.class})
final class LuceneAttributes {
    private LuceneAttributes() {}
}
