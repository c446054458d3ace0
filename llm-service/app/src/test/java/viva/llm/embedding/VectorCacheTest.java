package viva.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorCacheTest {
    @Test
    void it_forgets_what_was_not_used_for_longest() {
        VectorCache cache = new VectorCache(2);
        cache.put("a", new float[] {1});
        cache.put("b", new float[] {2});
        cache.get("a");

        cache.put("c", new float[] {3});

        assertThat(cache.get("a")).containsExactly(1);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("c")).containsExactly(3);
    }

    @Test
    void a_cache_of_size_zero_keeps_nothing() {
        VectorCache cache = new VectorCache(0);

        cache.put("a", new float[] {1});

        assertThat(cache.get("a")).isNull();
    }
}
