package viva.avatar.remembering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import viva.avatar.memory.Memory;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;

/** Keeps what other services ask avatars to remember. */
@Singleton
class MemoryRequests implements QueueHandler<RememberV1> {
    private final Memories memories;

    MemoryRequests(Memories memories) {
        this.memories = memories;
    }

    @Override
    public String queue() {
        return Topology.AVATAR_MEMORIES;
    }

    @Override
    public Class<RememberV1> type() {
        return RememberV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<RememberV1> message) {
        return memories.keep(
                message.data().parts().stream().map(MemoryRequests::read).toList(), message);
    }

    private static Memories.Wanted read(RememberV1 request) {
        if (request.memoryId() == null) {
            throw new UnhandleableMessage("a memory without an id, of " + request.avatarId());
        }
        Checked<Memory> checked = Memory.check(
                request.kind(), request.content(), request.importance(), request.with(), request.occurredAt());
        return switch (checked) {
            case Checked.Accepted<Memory>(Memory memory) ->
                new Memories.Wanted(request.avatarId(), request.memoryId(), memory);
            case Checked.Refused<Memory>(List<Rejection> rejections) ->
                throw new UnhandleableMessage(rejections.stream()
                        .map(rejection -> rejection.field() + " " + rejection.reason())
                        .collect(Collectors.joining("; ")));
        };
    }
}
