package viva.platform.service.traces;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which traces are kept, where `VIVA_TRACES` switched them on. */
@ConfigMapping(prefix = "viva.traces")
public interface TraceConfig {
    /** The part of all traces that is kept, in [0, 1]; who began a trace decides for all that follows. */
    @WithDefault("1")
    double ratio();
}
