-- Who can be matched, as far as the avatar service has told. An erased avatar leaves an empty row, so that a late event does not
-- bring it back. written_by lets every replica read on exactly where it stopped: it takes all rows of transactions that were not
-- finished when it last looked, so none that commits late is missed.
create table profile (
  id uuid primary key,
  owner_id uuid,
  profile jsonb,
  standing text not null check (standing in ('lives', 'rests', 'erased')),
  version bigint not null,
  written_by xid8 not null default pg_current_xact_id()
);

create index profile_by_writer on profile (written_by);

-- What an avatar thinks of another; the latest verdict counts.
create table verdict (
  avatar_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('like', 'pass', 'block')),
  given_at timestamptz not null default now(),
  primary key (avatar_id, other_id)
);

create index verdict_on on verdict (other_id);

-- What was announced already: good matches per side, and pairs that like each other (the lower id first).
create table announced (
  kind text not null check (kind in ('found', 'mutual')),
  avatar_id uuid not null,
  other_id uuid not null,
  primary key (kind, avatar_id, other_id)
);

create index announced_of_other on announced (other_id);

-- Pairs that are or were a couple, as the relationship service tells each side.
create table couple (
  avatar_id uuid not null,
  other_id uuid not null,
  status text not null,
  since timestamptz not null,
  version bigint not null,
  primary key (avatar_id, other_id)
);
