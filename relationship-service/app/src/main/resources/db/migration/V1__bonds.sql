-- The avatars there are, as far as the avatar service has told. A row outlives its avatar as an empty mark, so that a late event
-- does not bring it back.
create table inhabitant (
  id uuid primary key,
  owner_id uuid,
  standing text not null check (standing in ('lives', 'rests', 'erased')),
  version bigint not null
);

-- What is between two avatars: one row per pair, the lower id first, as of their last contact. World times are milliseconds.
create table bond (
  id uuid primary key,
  first_id uuid not null,
  second_id uuid not null,
  status text not null,
  previous_status text not null,
  status_since bigint not null,
  committed_since bigint,
  first_sees text not null,
  second_sees text not null,
  familiarity double precision not null check (familiarity between 0 and 1),
  trust double precision not null check (trust between 0 and 1),
  positive double precision not null check (positive >= 0),
  negative double precision not null check (negative >= 0),
  first_affection double precision not null check (first_affection between 0 and 1),
  first_attraction double precision not null check (first_attraction between 0 and 1),
  first_feelings jsonb not null,
  second_affection double precision not null check (second_affection between 0 and 1),
  second_attraction double precision not null check (second_attraction between 0 and 1),
  second_feelings jsonb not null,
  met_at bigint not null,
  last_contact bigint not null,
  encounters bigint not null,
  conflicts bigint not null,
  milestones text not null,
  version bigint not null,
  updated_at timestamptz not null,
  unique (first_id, second_id),
  check (first_id < second_id)
);

create index bond_of_first on bond (first_id, updated_at desc, id desc);
create index bond_of_second on bond (second_id, updated_at desc, id desc);
