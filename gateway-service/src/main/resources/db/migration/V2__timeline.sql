-- Messages that owners sent with an id of their own, so that one that is sent twice is said once.
create table sent_message (
  avatar_id uuid not null,
  client_id text not null check (length(client_id) between 1 and 64),
  message_id uuid not null,
  content_sha256 bytea not null,
  sent_at timestamptz not null default now(),
  primary key (avatar_id, client_id)
);

create index sent_message_by_age on sent_message using brin (sent_at);

-- How far each avatar's timeline has grown, and how much of it its owner has seen. The lock on this row, held until the commit,
-- makes the rows of a timeline visible in the order of their seq.
create table timeline_head (
  avatar_id uuid primary key,
  seq bigint not null,
  seen_seq bigint not null default 0
) with (fillfactor = 70);

-- What happened to an avatar that its owner may want to know, in order. A seq may be missing, never late.
create table timeline (
  avatar_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  owner_id uuid,
  type text not null,
  payload jsonb not null,
  at timestamptz not null,
  primary key (avatar_id, seq),
  unique (avatar_id, event_id)
);

create index timeline_by_age on timeline using brin (at);
