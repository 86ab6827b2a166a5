-- One script for H2 and PostgreSQL. Every key begins with the account.
-- H2 commits each statement by itself, so each statement of each script may find its work done by a run that was cut off.
-- Keys and names may be longer than an index entry, so they are indexed by an id: the first 16 bytes of their SHA-256.
-- "text" holds JSON or text of any length.

-- One row for each account that was ever written. A transaction that writes updates it first, and so waits for others.
create table if not exists tracker_account (
    account varchar(255) not null primary key,
    revision bigint not null,
    last_number bigint not null
);

create table if not exists tracker_item (
    account varchar(255) not null,
    item_id uuid not null,
    item_key varchar not null,
    course varchar(600),
    item_type varchar(100) not null,
    status varchar(20) not null,
    title varchar(1000) not null,
    due_at timestamp(6) with time zone,
    first_seen timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    baseline boolean not null,
    last_change bigint not null,
    meaningful_key varchar not null,
    fields text not null,
    primary key (account, item_id)
);
create index if not exists tracker_item_course on tracker_item (account, course);
create index if not exists tracker_item_due on tracker_item (account, status, due_at);
create index if not exists tracker_item_updated on tracker_item (account, updated_at);

-- The dates and places that an item's text states; rewritten with the item.
create table if not exists tracker_fact (
    account varchar(255) not null,
    item_id uuid not null,
    fact_number integer not null,
    fact_type varchar(100) not null,
    label varchar not null,
    fact_value varchar not null,
    happens_at timestamp(6) with time zone,
    confidence double precision not null,
    extractor varchar not null,
    quote text not null,
    page integer,
    primary key (account, item_id, fact_number)
);
create index if not exists tracker_fact_at on tracker_fact (account, fact_type, happens_at);

create table if not exists tracker_scope (
    account varchar(255) not null,
    scope_id uuid not null,
    collector varchar not null,
    scope_key varchar not null,
    settled boolean not null,
    primary key (account, scope_id)
);

create table if not exists tracker_sighting (
    account varchar(255) not null,
    scope_id uuid not null,
    item_id uuid not null,
    item_key varchar not null,
    course varchar(600),
    item_type varchar(100),
    presence boolean not null,
    precedence integer not null,
    part_of varchar,
    missed integer not null,
    fields text not null,
    memo text not null,
    evidence_collector varchar not null,
    evidence_request varchar not null,
    evidence_artifact varchar,
    primary key (account, scope_id, item_id)
);
create index if not exists tracker_sighting_course on tracker_sighting (account, course);

create table if not exists tracker_ledger (
    account varchar(255) not null,
    number bigint not null,
    item_id uuid not null,
    item_key varchar not null,
    kind varchar(100) not null,
    meaningful boolean not null,
    baseline boolean not null,
    course varchar(600),
    item_type varchar(100) not null,
    title varchar not null,
    url varchar,
    fields text not null,
    evidence text not null,
    meaningful_key varchar not null,
    seen_at timestamp(6) with time zone not null,
    run varchar(255) not null,
    primary key (account, number)
);
create index if not exists tracker_ledger_item on tracker_ledger (account, item_id, number);

create table if not exists tracker_run (
    account varchar(255) not null,
    number bigint not null,
    name varchar(255) not null,
    full_look boolean not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    outcome varchar(20) not null,
    not_looked text not null,
    requests integer not null,
    answers text not null,
    primary key (account, number),
    unique (account, name)
);
create index if not exists tracker_run_full on tracker_run (account, full_look, outcome, number);

create table if not exists tracker_note (
    account varchar(255) not null,
    note_id uuid not null,
    name varchar not null,
    content text not null,
    primary key (account, note_id)
);
