create table job (
  id uuid primary key,
  owner_id uuid not null,
  encounter_id uuid references encounter (id) on delete cascade,
  kind varchar(40) not null,
  input bytea not null,
  state varchar(20) not null,
  stage varchar(40),
  fraction double precision,
  result varchar(300),
  problem_type varchar(40),
  problem_detail varchar(4000),
  outcome bytea,
  cancel_requested boolean not null,
  attempt integer not null,
  events bigint not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone
);
create index job_by_owner on job (owner_id, created_at);
create index job_by_encounter on job (encounter_id);

create table job_event (
  job_id uuid not null references job (id) on delete cascade,
  number bigint not null,
  state varchar(20) not null,
  stage varchar(40),
  fraction double precision,
  result varchar(300),
  problem_type varchar(40),
  problem_detail varchar(4000),
  at timestamp with time zone not null,
  primary key (job_id, number)
);

-- db-scheduler's own.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  state varchar(20),
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
