-- Who is blocked by whom, as the matchmaker tells. Between the two of a row there is no bond, and none forms.
create table block (
  blocker_id uuid not null,
  blocked_id uuid not null,
  primary key (blocker_id, blocked_id)
);

create index block_on on block (blocked_id);
