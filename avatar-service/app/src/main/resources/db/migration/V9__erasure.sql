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

-- Takes an avatar out of others' memories, which stay: they are of somebody who is gone. Without a name (null) the words stay as they are.
-- How many memories told of it.
create function forget_avatar(gone uuid, known_as text) returns bigint language sql as $$
  with renamed as (
    update memory
       set with_ids = array_replace(with_ids, gone, pseudonym(gone)), content = without_name(content, known_as)
     where with_ids @> array[gone]
    returning 1
  )
  select count(*) from renamed
$$;

-- Erasures that are under way: which avatar, in which round it was last said that it is gone, and who keeps nothing of it since. A row
-- goes when everybody has answered, and with it the id and the name, by which each round looks for it in others' memories.
create table erasure (
  avatar_id uuid primary key,
  name text,
  version bigint not null,
  round int not null default 0,
  begun_at timestamptz not null default now(),
  announced_at timestamptz not null default now(),
  done text[] not null default '{}'
);

create index erasure_by_announcement on erasure (announced_at);

-- Avatars that were deleted before others answered may have left something behind: they are erased once more. Their names are not known
-- any more.
insert into erasure (avatar_id, version, announced_at) select id, 2147483647, 'epoch' from erased_avatar;

-- What is kept of the gone are pseudonyms, which recognise a late message and tell nobody anything else.
update erased_avatar set id = pseudonym(id);

-- Accounts that were erased, by their pseudonyms: no avatar is made for them.
create table erased_owner (
  id uuid primary key,
  erased_at timestamptz not null default now()
);

-- Who remembers an avatar.
create index memory_with on memory using gin (with_ids);
