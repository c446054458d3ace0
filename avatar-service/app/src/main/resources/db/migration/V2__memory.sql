-- What an avatar remembers, in its own words. The id comes with the request, so that one that is made twice is kept once. A memory
-- goes with its avatar.
create table memory (
  id uuid primary key,
  avatar_id uuid not null references avatar (id) on delete cascade,
  kind text not null check (kind in ('interaction', 'experience', 'reflection', 'dream', 'milestone', 'emotional_peak')),
  content text not null check (char_length(content) between 1 and 2000),
  importance double precision not null check (importance between 0 and 1),
  occurred_world_millis bigint not null,
  with_ids uuid[] not null check (cardinality(with_ids) <= 16),
  created_at timestamptz not null
);

create index memory_newest_first on memory (avatar_id, created_at desc, id desc);

-- Which memory goes when an avatar has too many.
create index memory_least_important_first on memory (avatar_id, importance, created_at, id);

-- The ids of avatars that are gone for good, and nothing else of them: a late message to one is no riddle.
create table erased_avatar (
  id uuid primary key,
  erased_at timestamptz not null default now()
);
