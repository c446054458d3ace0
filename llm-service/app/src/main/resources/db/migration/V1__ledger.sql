-- What language models cost: sums by day (UTC), avatar, owner, purpose and model. No word of what was said. An expense without an
-- avatar was the service's own, or that of an avatar that is erased since.
create table expense (
  day date not null,
  owner_id uuid,
  avatar_id uuid,
  purpose text not null,
  model text not null,
  requests bigint not null,
  estimated bigint not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  cost_micros bigint not null,
  unique nulls not distinct (day, owner_id, avatar_id, purpose, model)
);

create index expense_of_avatar on expense (avatar_id);

-- Avatars that were erased lately, so that an expense that was on its way is not written down as theirs.
create table erased_avatar (
  avatar_id uuid primary key,
  erased_at timestamptz not null default now()
);
