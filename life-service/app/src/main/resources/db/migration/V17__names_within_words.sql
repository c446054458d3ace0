-- A text without any of these names in it; the longest first, since one may be a part of another. Where a name is no word of its own
-- ("Adas Hund", and in languages without spaces) it goes from within the words.
create or replace function without_names(said text, names text[]) returns text language plpgsql immutable as $$
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
