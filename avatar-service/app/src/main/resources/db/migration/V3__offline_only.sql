-- Whether the owner wants no language model for the avatar: neither to speak for it nor to read what is said to it.
alter table avatar add column offline_only boolean not null default false;
