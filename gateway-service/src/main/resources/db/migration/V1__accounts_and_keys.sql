-- Owners. E-mail addresses and user names are unique whatever their case.
create table account (
  id uuid primary key,
  email text not null,
  username text not null,
  display_name text,
  locale text not null,
  timezone text not null,
  password_hash text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Since when its erasure is under way: its avatars go first, then this row.
  erasing_since timestamptz
);

create unique index account_email on account (lower(email));
create unique index account_username on account (lower(username));
create index account_erasing on account (erasing_since) where erasing_since is not null;

-- The keys that sign tokens. The private half is encrypted with a key that is not in the database.
create table signing_key (
  kid text primary key,
  public_jwk text not null,
  private_key bytea not null,
  signs_from timestamptz not null,
  expires_at timestamptz not null
);
