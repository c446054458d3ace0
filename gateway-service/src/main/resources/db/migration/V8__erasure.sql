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

-- Avatars that were erased, by their pseudonyms: what is said of them later comes onto no timeline.
create table erased_avatar (
  id uuid primary key,
  erased_at timestamptz not null default now()
);

-- The entries of other owners' timelines that tell of an avatar.
create index timeline_of_other on timeline ((payload ->> 'other_id')) where payload ->> 'other_id' is not null;
