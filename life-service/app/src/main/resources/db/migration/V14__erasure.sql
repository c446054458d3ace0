-- What stands in the place of an id whose bearer was erased; the Java class Pseudonym computes the same.
create function pseudonym(id uuid) returns uuid language sql immutable strict as $$
  select (substr(h, 1, 12) || '3' || substr(h, 14, 3) || substr('89ab', (('x' || substr(h, 17, 1))::bit(4)::int & 3) + 1, 1)
      || substr(h, 18))::uuid
    from (select md5('viva gone ' || id::text) as h) as hashed
$$;

-- A text without a name in it. A name is a word of its own, as far as it begins and ends like one.
create function without_name(said text, name text) returns text language sql immutable as $$
  select case
    when said is null or coalesce(name, '') = '' then said
    when name ~ '^\w(.*\w)?$' then regexp_replace(said, '\m' || regexp_replace(name, '([^\w\s])', '\\\1', 'g') || '\M', '…', 'g')
    else replace(said, name, '…')
  end
$$;

-- A conversation whose one side was erased is kept for the other one: without minds, and without whose the erased side was.
alter table encounter alter column host_owner_id drop not null;
alter table encounter alter column host_name drop not null;
alter table encounter alter column host_mind drop not null;
alter table encounter alter column guest_owner_id drop not null;
alter table encounter alter column guest_name drop not null;
alter table encounter alter column guest_mind drop not null;
alter table encounter alter column guest_profile drop not null;

-- Of whom else an input tells, null where of nobody: the fields that hold another avatar, by whatever kind of input.
create function journalled_other(kind text, input jsonb) returns text language sql immutable as $$
  select case kind
    when 'met' then input ->> 'partner'
    when 'invited' then input ->> 'host'
    else input ->> 'other'
  end
$$;

create index journal_of_other on journal (journalled_other(kind, input)) where journalled_other(kind, input) is not null;

-- Whom others block, whoever these are.
create index block_of_other on block (other_id);

-- Whose past still names somebody who was erased; a job of the service takes the names out and then the row.
create table forgetting (
  shard_id smallint not null,
  avatar_id uuid not null,
  gone_id uuid not null,
  primary key (shard_id, avatar_id, gone_id)
);

create index forgetting_of_gone on forgetting (gone_id);

-- Of an erased avatar stays a row under its pseudonym, which recognises a late message and tells nobody anything else.
update mind set avatar_id = pseudonym(avatar_id) where standing = 'erased';
