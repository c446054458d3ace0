-- Which processes are alive. A replica's row is the lease of all its shards: a pulse renews one row and waits for nobody.
create table replica (
  id uuid primary key,
  expires_at timestamptz not null,
  leaving boolean not null default false
);

-- Who owns which shard. The epoch rises with every claim; every transaction of a shard locks this row in share mode at the
-- epoch of its owner, so an owner that was replaced cannot write any more.
create table shard (
  id smallint primary key,
  epoch bigint not null default 0,
  owner uuid,
  since timestamptz not null default now()
);

insert into shard (id) select generate_series(0, 63);

-- For people: who owns what, and until when unless it says again that it is alive.
create view shard_owner as
select s.id, s.epoch, s.owner, s.since, r.expires_at, coalesce(r.expires_at > clock_timestamp(), false) as live
from shard s left join replica r on r.id = s.owner;
