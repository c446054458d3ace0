-- What the avatar did with a message: an act in lower snake case; null when the owner spoke, for a greeting, and before acts were kept.
alter table message add column act text;

-- Where the owner of an avatar is and what they read, as they last said; null when not known.
alter table reach add column locale text;
alter table reach add column country text;
