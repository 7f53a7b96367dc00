-- Who works with the service.
create table account (
  id uuid primary key,
  username varchar(100) not null,
  username_key varchar(100) not null,
  name varchar(200) not null,
  roles varchar(100) not null,
  enabled boolean not null,
  -- Argon2id; none while the one-time code was not used, and for people of an OpenID provider.
  password varchar(300),
  code_hash bytea,
  code_until timestamp with time zone,
  -- Issuer and subject at an OpenID provider.
  subject varchar(700),
  -- Sessions of another epoch have ended.
  epoch bigint not null,
  version bigint not null,
  created_at timestamp with time zone not null,
  last_login_at timestamp with time zone
);
create unique index account_by_username on account (username_key);
create unique index account_by_subject on account (subject);

-- With one of these the first account is made; each process that finds no account logs one of its own.
create table setup_code (
  code_hash bytea primary key,
  until timestamp with time zone not null
);

-- How often somebody tried, by account and by address.
create table login_attempt (
  subject varchar(200) primary key,
  failures integer not null,
  last_at timestamp with time zone not null,
  free_at timestamp with time zone not null
);
create index login_attempt_by_age on login_attempt (last_at);

create table api_token (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  secret_hash bytea not null,
  name varchar(200) not null,
  scopes varchar(100) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);
create unique index api_token_by_secret on api_token (secret_hash);
create index api_token_by_account on api_token (account_id, created_at);

-- Who sees a visit besides the clinician that it belongs to. kind: SHARE, or BREAK_GLASS with a reason, which is sealed.
create table encounter_access (
  encounter_id uuid not null references encounter (id) on delete cascade,
  account_id uuid not null,
  kind varchar(20) not null,
  may_edit boolean not null,
  purpose varchar(40),
  reason bytea,
  at timestamp with time zone not null,
  until timestamp with time zone,
  primary key (encounter_id, account_id, kind)
);
create index encounter_access_by_account on encounter_access (account_id, encounter_id);
