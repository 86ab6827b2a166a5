-- One script for H2 and PostgreSQL. H2 commits each statement by itself, so each may find its work done by a run that was cut off.

-- Who may ask the API: of what opens it only hashes are kept.
create table if not exists api_token (
    id varchar(32) not null primary key,
    account varchar(255) not null,
    scope varchar(10) not null,
    label varchar(200) not null,
    secret_sha256 varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone
);

-- Pages that somebody logged in to, with a token; they go with it.
create table if not exists api_session (
    cookie_sha256 varchar(64) not null primary key,
    token varchar(32) not null references api_token (id) on delete cascade,
    expires_at timestamp(6) with time zone not null
);
create index if not exists api_session_token on api_session (token);
