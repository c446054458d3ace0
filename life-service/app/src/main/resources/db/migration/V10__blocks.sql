-- Between whom nothing may be, kept by the shard of each side: own is the block of the avatar's own owner, otherwise it is the other's.
create table block (
  shard_id smallint not null,
  avatar_id uuid not null,
  other_id uuid not null,
  own boolean not null,
  primary key (shard_id, avatar_id, other_id, own)
);
