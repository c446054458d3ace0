-- The owner's own id of the wish for an avatar: who repeats it gets the avatar that there is.
alter table avatar add column client_id uuid;
create unique index avatar_wished_once on avatar (owner_id, client_id) where client_id is not null;
