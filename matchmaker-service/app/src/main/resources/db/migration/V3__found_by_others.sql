-- How often each avatar was told on one day (UTC) of a match that somebody else's coming, change or waking brought up: who suits many
-- would otherwise be told of every newcomer.
create table found_by_others (
  avatar_id uuid primary key,
  day date not null,
  count integer not null check (count > 0)
) with (fillfactor = 70);
