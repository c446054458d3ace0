-- From when on a message is worth nothing; null for never. The relay tells the broker, which drops it then.
alter table outbox add column expires_at timestamptz;
