-- Where a message goes: its exchange and its routing key without the avatar. One destination that takes nothing holds up no other.
alter table outbox add column destination text not null generated always as (
  exchange || ' ' || case exchange when 'viva.events' then regexp_replace(routing_key, '\.[^.]*$', '') else routing_key end
) stored;

create index outbox_by_destination on outbox (destination, id);

-- Which replica publishes the outbox, and until when: one that is paused is overtaken when its lease has run out.
create table outbox_lease (
  single boolean primary key default true check (single),
  holder uuid,
  expires_at timestamptz not null default '-infinity'
);

insert into outbox_lease default values;
