-- What this service has decided to say and not said yet. Rows are written in the transaction of the change they speak of and
-- deleted once the broker has confirmed them. The shard leads the key so that the table can be distributed by it.
create table outbox (
  shard smallint not null default 0,
  id bigint generated always as identity,
  message_id uuid not null,
  exchange text not null,
  routing_key text not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (shard, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create index outbox_in_order on outbox (id);

-- Which messages each consumer has handled. Rows are written in the transaction of the handling.
create table inbox (
  shard smallint not null default 0,
  consumer text not null,
  message_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (shard, consumer, message_id)
);

create index inbox_by_age on inbox using brin (handled_at);
