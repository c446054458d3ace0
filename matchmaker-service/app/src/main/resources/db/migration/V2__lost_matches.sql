-- A good match who rests is taken back from those who were told of it. It may be found again, and its owners are not told twice.
alter table announced add column lost boolean not null default false;

-- Blocks from before they were told are told to both sides, so that minds and bonds follow.
insert into outbox (message_id, exchange, routing_key, body)
select id, 'viva.events', 'block.changed.' || subject,
       json_build_object(
         'specversion', '1.0',
         'id', id,
         'source', '/viva/matchmaker',
         'type', 'block.changed.v1',
         'subject', subject,
         'time', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'datacontenttype', 'application/json',
         'correlationid', id,
         'data', json_build_object('avatar_id', subject, 'other_id', other, 'own', own, 'blocked', true))::text
  from (
    select gen_random_uuid() as id, avatar_id as subject, other_id as other, true as own from verdict where kind = 'block'
    union all
    select gen_random_uuid(), other_id, avatar_id, false from verdict where kind = 'block') as told;
