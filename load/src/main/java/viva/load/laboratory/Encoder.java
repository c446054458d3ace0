package viva.load.laboratory;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import viva.avatar.recall.CosineScale;

/** An embedding model, with the prefixes that it was trained with. The scales give all three the same spread. One thread at a time. */
final class Encoder {
    static final Encoder MINILM = new Encoder(
            "all-minilm-l6-v2-q", "", "", new CosineScale(0, .65), AllMiniLmL6V2QuantizedEmbeddingModel::new);
    static final Encoder BGE_SMALL = new Encoder(
            "bge-small-en-v1.5-q",
            "",
            "Represent this sentence for searching relevant passages: ",
            new CosineScale(.3, .75),
            BgeSmallEnV15QuantizedEmbeddingModel::new);
    static final Encoder E5_SMALL = new Encoder(
            "e5-small-v2-q", "passage: ", "query: ", new CosineScale(.7, .9), E5SmallV2QuantizedEmbeddingModel::new);

    private final String name;
    private final String passagePrefix;
    private final String queryPrefix;
    private final CosineScale scale;
    private final Function<Executor, EmbeddingModel> loader;
    private final Map<String, float[]> known = new HashMap<>();
    private EmbeddingModel model;

    private Encoder(
            String name,
            String passagePrefix,
            String queryPrefix,
            CosineScale scale,
            Function<Executor, EmbeddingModel> loader) {
        this.name = name;
        this.passagePrefix = passagePrefix;
        this.queryPrefix = queryPrefix;
        this.scale = scale;
        this.loader = loader;
    }

    String name() {
        return name;
    }

    CosineScale scale() {
        return scale;
    }

    /** The vector of a memory. */
    float[] passage(String text) {
        return vector(passagePrefix + text);
    }

    /** The vector of a question. */
    float[] query(String text) {
        return vector(queryPrefix + text);
    }

    private float[] vector(String text) {
        if (model == null) {
            model = loader.apply(Runnable::run);
        }
        return known.computeIfAbsent(text, one -> model.embed(one).content().vector());
    }
}
