-- The world's time: a straight line through (anchor_real, anchor_world), or a constant while it is paused. One row.
create table world_clock (
  id smallint primary key check (id = 1),
  seed bigint not null,
  anchor_real timestamptz not null,
  anchor_world bigint not null,
  scale double precision not null check (scale > 0),
  running boolean not null,
  version bigint not null
);
