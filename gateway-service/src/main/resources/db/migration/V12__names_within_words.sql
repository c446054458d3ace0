-- As without_names, of names that are known to stand in the text: where a name is no word of its own ("Adas Hund", and in languages without
-- spaces) it goes from within the words.
create function without_mentions(said text, names text[]) returns text language plpgsql immutable as $$
declare
  name text;
  cut text;
begin
  for name in select known from unnest(names) as known where known <> '' order by length(known) desc loop
    cut := without_name(said, name);
    said := case when cut = said then replace(said, name, '…') else cut end;
  end loop;
  return said;
end $$;

create or replace function without_mention(payload jsonb, avatar text) returns jsonb language sql immutable as $$
  select payload || jsonb_build_object(
      'content', without_mentions(payload ->> 'content', array_agg(one ->> 'name') filter (where one ->> 'id' = avatar)),
      'about', coalesce(jsonb_agg(one) filter (where one ->> 'id' <> avatar), '[]'))
    from jsonb_array_elements(payload -> 'about') as one
$$;
