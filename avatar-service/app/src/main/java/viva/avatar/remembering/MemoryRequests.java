package viva.avatar.remembering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.avatar.memory.Memory;
import viva.avatar.memory.MemoryDraft;
import viva.avatar.memory.Origin;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.MemoryCommand;
import viva.contracts.message.RecalledV1;
import viva.contracts.message.RememberV1;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;

/** Keeps what other services ask avatars to remember, reinforces what they recalled, and deletes what their owners want forgotten. */
@Singleton
class MemoryRequests implements QueueHandler<MemoryCommand> {
    private final Memories memories;
    private final WorldTimes world;

    MemoryRequests(Memories memories, WorldTimes world) {
        this.memories = memories;
        this.world = world;
    }

    @Override
    public String queue() {
        return Topology.AVATAR_MEMORIES;
    }

    @Override
    public Class<MemoryCommand> type() {
        return MemoryCommand.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<MemoryCommand> message) {
        world.told(message.worldtime());
        return switch (message.data()) {
            case RememberV1 request ->
                memories.keep(
                        request.parts().stream()
                                .map(part -> read(part, message))
                                .toList(),
                        message);
            case RecalledV1 recalled -> memories.recalled(recalled, message.time());
            case ForgetAboutV1 wish -> memories.forget(wish);
        };
    }

    private static Memories.Wanted read(RememberV1 request, CloudEvent<?> message) {
        if (request.memoryId() == null) {
            throw new UnhandleableMessage("a memory without an id, of " + request.avatarId());
        }
        Checked<Memory> checked = Memory.check(new MemoryDraft(
                request.kind(),
                request.content(),
                request.gist(),
                request.importance(),
                request.with(),
                request.occurredAt(),
                request.audience(),
                request.feelings(),
                request.slot(),
                origin(request, message)));
        return switch (checked) {
            case Checked.Accepted<Memory>(Memory memory) ->
                new Memories.Wanted(request.avatarId(), request.memoryId(), memory);
            case Checked.Refused<Memory>(List<Rejection> rejections) ->
                throw new UnhandleableMessage(rejections.stream()
                        .map(rejection -> rejection.field() + " " + rejection.reason())
                        .collect(Collectors.joining("; ")));
        };
    }

    private static Origin origin(RememberV1 request, CloudEvent<?> message) {
        List<UUID> sources = request.sources() == null
                ? List.of()
                : request.sources().stream().map(MessageId::value).distinct().toList();
        UUID event = message.causationid() == null ? message.correlationid() : message.causationid();
        return new Origin(
                request.withOwner(),
                false,
                sources,
                event,
                request.realAt() == null ? message.time() : request.realAt());
    }
}
