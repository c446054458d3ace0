-- The avatars that are named in a message, as far as they are known: [{"id": "…", "name": "…"}]; null when nobody is.
alter table message add column about jsonb;

create index message_about on message using gin (about jsonb_path_ops) where about is not null;

-- A text without any of these names in it; the longest first, since one may be a part of another.
create function without_names(said text, names text[]) returns text language plpgsql immutable as $$
declare
  name text;
begin
  for name in select known from unnest(names) as known order by length(known) desc loop
    said := without_name(said, name);
  end loop;
  return said;
end $$;

-- The names by which a message tells of an avatar.
create function mentioned_as(about jsonb, avatar text) returns text[] language sql immutable as $$
  select array_agg(one ->> 'name') from jsonb_array_elements(about) as one where one ->> 'id' = avatar
$$;

-- Whom else a message tells of; null when nobody.
create function mentioned_beside(about jsonb, avatar text) returns jsonb language sql immutable as $$
  select jsonb_agg(one) from jsonb_array_elements(about) as one where one ->> 'id' <> avatar
$$;
