-- What signs the links in messages, so that all processes of a database know each other's.
create table if not exists api_signing_key (
    id integer not null primary key,
    secret varchar(100) not null
);

-- Links that did what they say; each does it once.
create table if not exists api_used_link (
    account varchar(255) not null,
    nonce varchar(64) not null,
    used_at timestamp(6) with time zone not null,
    valid_until timestamp(6) with time zone not null,
    primary key (account, nonce)
);
