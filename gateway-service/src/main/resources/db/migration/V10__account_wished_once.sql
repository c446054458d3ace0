-- The client's own id of the wish that opened the account: who repeats it, and knows the password, is signed in to the account.
alter table account add column client_id uuid;
