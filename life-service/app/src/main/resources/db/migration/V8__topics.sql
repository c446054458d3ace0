-- What each turn asks, tells or answers, one code a turn beside the codes of the acts; null for conversations from before.
alter table encounter add column topics bytea;
