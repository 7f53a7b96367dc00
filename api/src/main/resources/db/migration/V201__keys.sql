-- The key of each visit, and of whatever else is sealed, wrapped by a master key that is not here. Deleting the row destroys what it sealed.
-- The owner 0: the keys of the installation. master: the id of the master key that wrapped it.
create table data_key (
  owner uuid not null,
  kind varchar(20) not null,
  master bigint not null,
  keyset bytea not null,
  primary key (owner, kind)
);
create index data_key_by_master on data_key (master);
