-- What an owner who was away wants to read of, told apart when it is written: most of a timeline is the daily talk of avatars.
alter table timeline add column news boolean not null default false;

update timeline set news = true
 where type in ('bond.formed.v1', 'milestone.reached.v1', 'match.found.v1', 'match.mutual.v1')
    or (type = 'conversation.message.v1' and payload ->> 'author' = 'avatar')
    or (type = 'bond.changed.v1' and payload ->> 'status' is distinct from payload ->> 'previous_status');

create index timeline_news on timeline (avatar_id, seq) where news;
