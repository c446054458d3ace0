-- The rows of the inbox lie in eight slots that are used in turn, each for a fifth of the time for which messages are remembered: what is
-- older is given back slot by slot, whatever its size, instead of row by row. A message is unique across slots because whoever inserts
-- it looks at all of them first, alone with that message (docs/adr/0028). Rows from before are in slot 0.
alter table inbox rename to inbox_0;
alter table inbox_0 drop constraint inbox_pkey;
alter index inbox_by_age rename to inbox_0_by_age;
alter table inbox_0 add column slot smallint not null default 0 check (slot = 0);

create table inbox (
  shard smallint not null default 0,
  consumer text not null,
  message_id uuid not null,
  handled_at timestamptz not null default now(),
  slot smallint not null default 0,
  primary key (shard, consumer, message_id, slot)
) partition by list (slot);

create index inbox_by_age on inbox using brin (handled_at);

alter table inbox attach partition inbox_0 for values in (0);

do $$
begin
  for n in 1..7 loop
    execute format('create table inbox_%s partition of inbox for values in (%s)', n, n);
  end loop;
end $$;

-- Gives back the slots whose turn is over. One that holds a younger row all the same, as after a change of the slots' length, stays for
-- another turn; so does one that somebody is reading for more than a moment. The answer is how many were given back.
create function forget_inbox(remembered interval, slot_seconds double precision) returns integer language plpgsql
  set search_path from current as $$
declare
  present integer := floor(extract(epoch from now()) / slot_seconds)::bigint % 8;
  forgotten integer := 0;
  needed boolean;
begin
  perform set_config('lock_timeout', '500ms', true);
  perform set_config('enable_seqscan', 'off', true);
  for age in 6..7 loop
    execute format('select not exists (select 1 from inbox_%s) or exists (select 1 from inbox_%s where handled_at >= $1)',
      (present - age + 8) % 8, (present - age + 8) % 8) into needed using now() - remembered;
    continue when needed;
    begin
      execute format('truncate inbox_%s', (present - age + 8) % 8);
      forgotten := forgotten + 1;
    exception when lock_not_available then
      null;
    end;
  end loop;
  return forgotten;
end $$;
