-- Templates of one's own. They are forms and hold nothing of a visit.
create table template (
  id uuid primary key,
  owner_id uuid not null,
  name_key varchar(100) not null,
  source varchar(65536) not null,
  version bigint not null,
  updated_at timestamp with time zone not null
);
create unique index template_by_name on template (owner_id, name_key);
