package viva.platform.messaging;

import com.rabbitmq.client.ShutdownSignalException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Outage;

/** Knows failures of the broker, and of any connection: these do not tell whose it was. */
@Singleton
final class NetworkDiagnosis implements Diagnosis {
    @Override
    public Optional<Outage> of(Throwable failure) {
        return switch (failure) {
            case NotConfirmed.Away _ -> outage("broker", failure);
            case NotConfirmed.Refused _, NotConfirmed.Unanswered _ -> outage(Outage.UNKNOWN, failure);
            case ShutdownSignalException _ -> outage("broker", failure);
            case ConnectException _, SocketException _ -> outage(Outage.UNKNOWN, failure);
            case UnknownHostException _, ClosedChannelException _ -> outage(Outage.UNKNOWN, failure);
            case HttpClosedException _, ConnectionPoolTooBusyException _ -> outage(Outage.UNKNOWN, failure);
            case TimeoutException _, java.util.concurrent.TimeoutException _ -> outage(Outage.UNKNOWN, failure);
            default -> Optional.empty();
        };
    }

    private static Optional<Outage> outage(String dependency, Throwable failure) {
        return Optional.of(Outage.of(dependency, failure));
    }
}
