-- What is received little by little. A piece is in the blob store, sealed by itself, before its row is here.

create table piece (
  holder uuid not null,
  number integer not null,
  encounter_id uuid not null references encounter (id) on delete cascade,
  blob varchar(200) not null,
  size bigint not null,
  primary key (holder, number)
);
create index piece_by_encounter on piece (encounter_id);

-- By tus. recording_id: what it became.
create table upload (
  id uuid primary key,
  encounter_id uuid not null references encounter (id) on delete cascade,
  name bytea not null,
  size bigint not null,
  received bigint not null,
  pieces integer not null,
  recording_id uuid references recording (id) on delete set null,
  updated_at timestamp with time zone not null
);
create index upload_by_encounter on upload (encounter_id);
create index upload_by_update on upload (updated_at);

-- While somebody speaks. sha256: of the samples, once it ended.
create table live_recording (
  recording_id uuid primary key references recording (id) on delete cascade,
  encounter_id uuid not null references encounter (id) on delete cascade,
  next_frame bigint not null,
  size bigint not null,
  pieces integer not null,
  sha256 varchar(64),
  transcript_id uuid,
  job_id uuid
);
create index live_recording_by_encounter on live_recording (encounter_id);
