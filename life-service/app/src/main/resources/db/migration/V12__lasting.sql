-- By which version of the model a mind was lived when this was written; null before that was kept, which is version 1.
alter table journal add column model smallint;
alter table mind_sample add column model smallint;

-- From when on which version of the model lives a shard, since everybody in it was sampled anew by that version.
create table lived_by (
  shard_id smallint not null,
  since timestamptz not null default clock_timestamp(),
  model smallint not null,
  primary key (shard_id, since)
);

-- A life is lived again page by page, and explained where a conversation touched it. The tick rises with every input.
create index journal_by_life on journal (shard_id, avatar_id, tick);
create index journal_by_conversation on journal (shard_id, avatar_id, (input->>'conversation'))
  where input->>'conversation' is not null;

-- What grows old.
create index encounter_over on encounter (shard_id, ended_at) where told;
create index answer_given on answer (shard_id, spoken_at) where spoken_at is not null;
