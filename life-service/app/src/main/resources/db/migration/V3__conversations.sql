create table conversation (
  shard_id smallint not null,
  id uuid not null,
  avatar_id uuid not null,
  owner_id uuid,
  type text not null check (type in ('owner', 'avatar')),
  started_at timestamptz not null,
  last_at timestamptz not null,
  last_seq bigint not null,
  primary key (shard_id, id)
) with (fillfactor = 80);

create index conversation_by_id on conversation (id);
create index conversation_by_avatar on conversation (shard_id, avatar_id, last_at);

-- What was said, in the order of seq within a conversation; at never falls as seq rises. The time is part of the key because a
-- hypertable demands it. That a message is stored once is kept by the inbox, that it is answered once by the table answer.
create table message (
  shard_id smallint not null,
  conversation_id uuid not null,
  at timestamptz not null,
  seq bigint not null,
  id uuid not null,
  avatar_id uuid not null,
  author text not null check (author in ('owner', 'avatar')),
  content text not null,
  in_reply_to uuid,
  mood double precision not null,
  emotions jsonb,
  tone text,
  voice text,
  world_millis bigint not null,
  primary key (shard_id, conversation_id, at, seq)
);

-- Each message that wants an answer, and the one answer it gets. The request is kept until then, so that whoever owns the shard
-- when the deadline passes can speak without the llm service.
create table answer (
  shard_id smallint not null,
  in_reply_to uuid not null,
  message_id uuid not null,
  avatar_id uuid not null,
  due_at timestamptz not null,
  request jsonb,
  spoken_at timestamptz,
  primary key (shard_id, in_reply_to),
  check ((request is null) = (spoken_at is not null))
);

create index answer_awaited on answer (shard_id, due_at) where spoken_at is null;
create index answer_by_avatar on answer (shard_id, avatar_id);

-- With TimescaleDB the messages are a hypertable; without it, or without the right to create the extension, a plain table serves
-- the same queries. Where the package is installed but its library is not preloaded, creating the extension ends the connection,
-- which no exception handler sees; the library's own setting tells that it is there.
do $$
begin
  if exists (select 1 from pg_available_extensions where name = 'timescaledb')
      and current_setting('timescaledb.disable_load', true) is not null then
    begin
      create extension if not exists timescaledb with schema public;
    exception when insufficient_privilege then
      raise notice 'timescaledb is available but may not be created by this role: plain tables';
    end;
  end if;
  if exists (select 1 from pg_extension where extname = 'timescaledb') then
    execute 'select public.create_hypertable(''message'', ''at'', chunk_time_interval => interval ''7 days'')';
  end if;
end $$;

-- Databases that ran this migration noted its checksum, which these letters keep (docs/adr/0024): honzurrn
