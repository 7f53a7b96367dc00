-- Names that are likely to be said in a visit; absent when none were told.
alter table encounter add column vocabulary bytea;
