-- A good match who rests is taken back from those who were told of it. It may be found again, and its owners are not told twice.
alter table announced add column lost boolean not null default false;
