-- One set for H2 and PostgreSQL. What a visit holds is sealed: bytea. Nothing clinical stands in a varchar.

create table encounter (
  id uuid primary key,
  owner_id uuid not null,
  label bytea not null,
  visited_on date not null,
  consent bytea,
  version bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create index encounter_by_visit on encounter (owner_id, visited_on, id);
create index encounter_by_update on encounter (owner_id, updated_at, id);

-- Which words stand in what belongs to an encounter, keyed. source: the encounter, or one of its transcripts.
create table search_term (
  encounter_id uuid not null references encounter (id) on delete cascade,
  source uuid not null,
  term bytea not null,
  primary key (source, term)
);
create index search_term_by_term on search_term (term, encounter_id);
create index search_term_by_encounter on search_term (encounter_id);

create table recording (
  id uuid primary key,
  encounter_id uuid not null references encounter (id) on delete cascade,
  state varchar(20) not null,
  name bytea not null,
  container varchar(40),
  codec varchar(40),
  channels integer,
  sample_rate integer,
  seconds double precision,
  size bigint not null,
  sha256 varchar(64),
  blob varchar(200),
  spool_key bytea not null,
  peaks bytea,
  version bigint not null,
  created_at timestamp with time zone not null
);
create index recording_by_encounter on recording (encounter_id, created_at);

create table transcript (
  id uuid primary key,
  encounter_id uuid not null references encounter (id) on delete cascade,
  recording_id uuid references recording (id) on delete set null,
  content bytea not null,
  partial boolean not null,
  version bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create index transcript_by_encounter on transcript (encounter_id, created_at);

create table transcript_version (
  transcript_id uuid not null references transcript (id) on delete cascade,
  version bigint not null,
  content bytea not null,
  cause varchar(40) not null,
  change_id uuid,
  user_id uuid not null,
  user_name varchar(200) not null,
  at timestamp with time zone not null,
  primary key (transcript_id, version)
);
create unique index transcript_version_by_change on transcript_version (transcript_id, change_id);

create table note (
  id uuid primary key,
  encounter_id uuid not null references encounter (id) on delete cascade,
  transcript_id uuid references transcript (id) on delete set null,
  state varchar(20) not null,
  template varchar(100) not null,
  version bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create index note_by_encounter on note (encounter_id, created_at);
create index note_by_transcript on note (transcript_id);

create table note_version (
  note_id uuid not null references note (id) on delete cascade,
  version bigint not null,
  content bytea not null,
  cause varchar(40) not null,
  change_id uuid,
  user_id uuid not null,
  user_name varchar(200) not null,
  at timestamp with time zone not null,
  primary key (note_id, version)
);
create unique index note_version_by_change on note_version (note_id, change_id);

create table idempotency_key (
  owner_id uuid not null,
  name varchar(255) not null,
  request varchar(64) not null,
  answer bytea,
  created_at timestamp with time zone not null,
  primary key (owner_id, name)
);
create index idempotency_key_by_age on idempotency_key (created_at);
