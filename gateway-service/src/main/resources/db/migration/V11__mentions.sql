-- The names of an avatar that an entry tells of are taken out of what is said there, and so is its id.
create function without_mention(payload jsonb, avatar text) returns jsonb language sql immutable as $$
  select payload || jsonb_build_object(
      'content', without_names(payload ->> 'content', array_agg(one ->> 'name') filter (where one ->> 'id' = avatar)),
      'about', coalesce(jsonb_agg(one) filter (where one ->> 'id' <> avatar), '[]'))
    from jsonb_array_elements(payload -> 'about') as one
$$;

-- An entry as it may be kept: those of whom it tells, and who were erased meanwhile, are not named in it.
create function without_erased(payload jsonb) returns jsonb language plpgsql stable as $$
declare
  gone text;
begin
  for gone in select one ->> 'id' from jsonb_array_elements(payload -> 'about') as one
      where exists (select from erased_avatar where id = pseudonym((one ->> 'id')::uuid)) loop
    payload := without_mention(payload, gone);
  end loop;
  return payload;
end $$;

-- The entries of other owners' timelines in which an avatar is named.
create index timeline_about on timeline using gin ((payload -> 'about') jsonb_path_ops) where payload -> 'about' is not null;
