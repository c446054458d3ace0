-- How many messages of the owner no memory of a chat tells of yet.
alter table reach add column untold smallint not null default 0;
