-- Something begins or ends in it: a first meeting, a confession, a quarrel, a decision. Of older ones nobody knows.
alter table encounter add column worth_telling boolean not null default false;
