-- Who did what to which object. Never anything clinical. Lines are only added; each carries a keyed digest of itself and of the line before.
create table audit_line (
  number bigint primary key,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name varchar(200) not null,
  action varchar(60) not null,
  object varchar(200),
  outcome varchar(20) not null,
  address varchar(60),
  detail varchar(500),
  digest bytea not null
);
create index audit_line_by_time on audit_line (at);
create index audit_line_by_actor on audit_line (actor_id, number);
create index audit_line_by_object on audit_line (object, number);

-- How many lines there are, and the digest of the last: a tail that was cut is missed here. One row.
create table audit_anchor (
  id integer primary key,
  lines bigint not null,
  digest bytea,
  seal bytea
);
insert into audit_anchor (id, lines) values (1, 0);
