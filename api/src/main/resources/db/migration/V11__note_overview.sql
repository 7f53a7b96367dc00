-- What a list shows of a note, so that none is opened for it. Nothing clinical.
alter table note add column to_settle integer default 0 not null;
alter table note add column amends boolean default false not null;
alter table note add column signed_by varchar(200);
alter table note add column signed_at timestamp with time zone;
