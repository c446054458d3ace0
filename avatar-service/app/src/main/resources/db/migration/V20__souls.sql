-- Who an avatar is in an author's words: data for its own prompts.
alter table avatar add column persona text check (char_length(persona) <= 8000);

-- The character card that an avatar was made of, byte for byte.
create table avatar_card (
  avatar_id uuid primary key references avatar (id) on delete cascade,
  media_type text not null check (media_type in ('application/json', 'image/png')),
  original bytea not null check (octet_length(original) <= 2097152)
);

-- Pictures are compressed already.
alter table avatar_card alter column original set storage external;
