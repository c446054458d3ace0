-- An address is confirmed when a code that was sent there came back. One that is confirmed has one account; others prove nothing and
-- may stand in any number of accounts. Addresses of accounts from before codes were sent count as confirmed.
alter table account add column email_confirmed_at timestamptz;
update account set email_confirmed_at = created_at;
drop index account_email;
create unique index account_confirmed_email on account (lower(email)) where email_confirmed_at is not null;

-- Raised whenever all sessions of the account end: tokens of earlier generations hold no more.
alter table account add column session_generation integer not null default 0;

-- Since when the account may run the world; null for all others.
alter table account add column operator_since timestamptz;

-- The address that a code was sent to, until it comes back: the first one of an account, or one that is to follow a confirmed one.
alter table account add column pending_email text;

-- The code that confirms a pending address.
create table email_code (
  account_id uuid primary key references account (id) on delete cascade,
  -- A keyed digest of the code that holds; null until one is sent.
  digest text,
  expires_at timestamptz,
  tries_left integer not null default 0,
  -- When a mail is due; null when none is.
  mail_due_at timestamptz,
  mails_tried integer not null default 0
);

create index email_code_due on email_code (mail_due_at) where mail_due_at is not null;

-- What ended before the tokens that it gave did. A row's id is that of a session, or a digest of an account's id, so that an erased
-- account leaves none behind; then the generation says which tokens hold again, and one session may be spared (the nil id: none).
create table revocation (
  id uuid primary key,
  generation integer,
  spared uuid not null,
  at timestamptz not null
);

create index revocation_by_time on revocation (at);

create function account_digest(of_account uuid) returns uuid language sql immutable as
  $$ select encode(substring(sha256(uuid_send(of_account)) from 1 for 16), 'hex')::uuid $$;

-- Ends all sessions of an account but one; answers the generation that holds from here on, null when there is no such account.
create function revoke_account(of_account uuid, spared_session uuid) returns integer language plpgsql as $$
declare
  raised integer;
begin
  update account set session_generation = session_generation + 1 where id = of_account
    returning session_generation into raised;
  if raised is not null then
    insert into revocation as r (id, generation, spared, at)
      values (account_digest(of_account), raised, spared_session, clock_timestamp())
      on conflict (id) do update set generation = excluded.generation, spared = excluded.spared, at = excluded.at;
  end if;
  return raised;
end $$;

-- Makes an account an operator, or an owner like all others again; answers whether there is an account of that name. Who is an
-- operator no more is signed out, because tokens name roles.
create function grant_operator(of_name text) returns boolean language sql as $$
  with granted as (
    update account set operator_since = coalesce(operator_since, now())
      where lower(username) = lower(of_name) and erasing_since is null returning 1)
  select exists (select 1 from granted) $$;

create function withdraw_operator(of_name text) returns boolean language plpgsql as $$
declare
  found_id uuid;
begin
  update account set operator_since = null where lower(username) = lower(of_name) returning id into found_id;
  if found_id is null then
    return false;
  end if;
  perform revoke_account(found_id, '00000000-0000-0000-0000-000000000000');
  return true;
end $$;
