-- Who lives in this world: one row per avatar. The personality is fixed at the creation and read as a whole, hence one document.
create table avatar (
  id uuid primary key,
  owner_id uuid not null,
  name text not null check (char_length(name) between 1 and 50),
  bio text not null check (char_length(bio) <= 500),
  gender text check (char_length(gender) <= 40),
  age smallint check (age between 18 and 120),
  locale text not null check (char_length(locale) <= 35),
  personality jsonb not null,
  active boolean not null,
  version bigint not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Ids are time-ordered, so an owner's newest avatars are at the end of this.
create index avatar_by_owner on avatar (owner_id, id);
