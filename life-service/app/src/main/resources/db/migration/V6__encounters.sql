-- Conversations of two avatars, kept by the host's shard. Every act is decided when it begins; the words come as it goes on when
-- somebody looks or something turns on it (voiced), and otherwise when somebody first reads it.
create table encounter (
  shard_id smallint not null,
  id uuid not null,
  host_id uuid not null,
  host_owner_id uuid not null,
  host_name text not null,
  guest_id uuid not null,
  guest_owner_id uuid not null,
  guest_name text not null,
  voiced boolean not null,
  acts bytea not null,
  humor_match real not null,
  overlap real not null,
  outcome jsonb not null,
  host_mind bytea not null,
  guest_mind bytea not null,
  guest_profile jsonb not null,
  begins_world bigint not null,
  -- How many turns have their words.
  spoken smallint not null default 0,
  -- How many turns took place; null until the two part.
  landed smallint,
  -- Why it ended; null as long as it runs.
  reason text,
  ended_world bigint,
  -- Whether it is over and every turn that was to be voiced has its words.
  told boolean not null default false,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (shard_id, id)
) with (fillfactor = 80);

create index encounter_by_id on encounter (id);
create index encounter_by_host on encounter (host_id, started_at desc, id desc);
create index encounter_by_guest on encounter (guest_id, started_at desc, id desc);
create index encounter_running on encounter (shard_id) where voiced and not told;

create table line (
  shard_id smallint not null,
  encounter_id uuid not null,
  turn smallint not null,
  id uuid not null,
  speaker_id uuid not null,
  act text not null,
  content text not null,
  tone text not null,
  voice text not null,
  mood double precision not null,
  emotions jsonb not null,
  world_millis bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (shard_id, encounter_id, turn)
);

-- What an avatar may write first, in real time: where its owner lives, and how often it wrote today.
create table reach (
  shard_id smallint not null,
  avatar_id uuid not null,
  timezone text not null default 'UTC',
  day date,
  count smallint not null default 0,
  primary key (shard_id, avatar_id)
);
