-- Every avatar that lives, rests or was erased (the latter keeps nothing but its version, so that a late message cannot bring
-- it back). A mind is stored as of its last tick or input; what it is by now follows from it.
create table mind (
  shard_id smallint not null,
  avatar_id uuid not null,
  standing text not null check (standing in ('living', 'resting', 'erased')),
  version bigint not null,
  owner_id uuid,
  profile jsonb,
  mind bytea,
  primary key (shard_id, avatar_id),
  check (standing = 'erased' or (owner_id is not null and profile is not null and mind is not null))
) with (fillfactor = 70);

-- Every input that reached a mind, with the world time and tick number at which it was applied: folding an avatar's inputs in
-- the order of seq gives its mind again. The key says that no input is applied twice.
create table journal (
  shard_id smallint not null,
  avatar_id uuid not null,
  input_id uuid not null,
  seq bigint generated always as identity,
  kind text not null,
  world_millis bigint not null,
  tick bigint not null,
  input jsonb not null,
  applied_at timestamptz not null default clock_timestamp(),
  primary key (shard_id, avatar_id, input_id)
);
