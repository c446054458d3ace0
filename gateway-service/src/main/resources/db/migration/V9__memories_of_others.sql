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

-- The memories on other owners' timelines in which an avatar is.
create index timeline_memory_with on timeline using gin ((payload -> 'with')) where type = 'memory.formed.v1';
