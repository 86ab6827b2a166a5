-- One script for H2 and PostgreSQL. Every key begins with the account.
-- H2 commits each statement by itself, so each statement of each script may find its work done by a run that was cut off.
-- Keys and names may be longer than an index entry, so they are indexed by an id: the first 16 bytes of their SHA-256. The
-- id of an item is that of its source and key. "text" holds JSON or text of any length.

-- One row for each account: a transaction that writes updates it first, and so waits for others. The latest lease says
-- which look may write the account, and until when it keeps others away. Zone, language and the host's settings, as JSON,
-- say who the account belongs to.
create table if not exists tracker_account (
    account varchar(255) not null primary key,
    revision bigint not null,
    last_number bigint not null,
    lease_number bigint,
    lease_owner varchar,
    lease_until timestamp(6) with time zone,
    zone varchar(100),
    language varchar(100),
    settings text
);

-- The number of an item is the ledger number of its first change.
create table if not exists tracker_item (
    account varchar(255) not null,
    item_id uuid not null,
    item_number bigint not null,
    source varchar(100) not null,
    item_key varchar not null,
    course varchar(600),
    item_type varchar(100) not null,
    status varchar(20) not null,
    review varchar(100),
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
create index if not exists tracker_item_number on tracker_item (account, item_number);
create index if not exists tracker_item_course on tracker_item (account, course, item_number);
create index if not exists tracker_item_type on tracker_item (account, item_type);
create index if not exists tracker_item_due on tracker_item (account, status, due_at);
create index if not exists tracker_item_updated on tracker_item (account, updated_at);
create index if not exists tracker_item_review on tracker_item (account, review);

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

-- The words of items as searches compare them, of those with near numbers in one row: a search reads few rows, and most of them
-- are left out by one comparison. A line for each item, see JdbcSearch. Not "text": H2 keeps that elsewhere, one by one.
create table if not exists tracker_search (
    account varchar(255) not null,
    block bigint not null,
    words varchar not null,
    primary key (account, block)
);

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
    source varchar(100) not null,
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
create index if not exists tracker_sighting_course on tracker_sighting (account, source, course);

-- What happened to an item since a moment is found without reading what happened before.
create table if not exists tracker_ledger (
    account varchar(255) not null,
    number bigint not null,
    item_id uuid not null,
    source varchar(100) not null,
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
create index if not exists tracker_ledger_item on tracker_ledger (account, item_id, seen_at);

-- A look that was made, or an attempt at one that broke off: "reached" says how far it got, and is null for one that got to
-- its end. "parts" is what came of each part, "answers" what each collector was answered.
create table if not exists tracker_run (
    account varchar(255) not null,
    number bigint not null,
    name varchar(255) not null,
    full_look boolean not null,
    removals_accepted boolean not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    outcome varchar(20) not null,
    parts text not null,
    requests integer not null,
    kept integer not null,
    answers text not null,
    reached text,
    primary key (account, number),
    unique (account, name)
);
create index if not exists tracker_run_full on tracker_run (account, full_look, number);

create table if not exists tracker_note (
    account varchar(255) not null,
    note_id uuid not null,
    owner varchar(120) not null,
    name varchar not null,
    content text not null,
    primary key (account, note_id)
);

-- What people are to be told and were told: one row for each recipient.
create table if not exists tracker_outbox (
    account varchar(255) not null,
    delivery_id uuid not null,
    delivery_key varchar not null,
    notice_key varchar not null,
    kind varchar(20) not null,
    severity varchar(20) not null,
    item_id uuid,
    source varchar(100),
    item_key varchar,
    latest_change bigint not null,
    changes text not null,
    due timestamp(6) with time zone,
    details text not null,
    repeat_number integer not null,
    channel varchar not null,
    recipient varchar not null,
    recipient_id uuid not null,
    created_at timestamp(6) with time zone not null,
    not_before timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    state varchar(20) not null,
    detail text not null,
    attempts integer not null,
    taken_until timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    acknowledged boolean not null,
    primary key (account, delivery_id)
);
create index if not exists tracker_outbox_next on tracker_outbox (account, state, recipient_id, not_before, latest_change);
create index if not exists tracker_outbox_item on tracker_outbox (account, item_id);
create index if not exists tracker_outbox_change on tracker_outbox (account, latest_change);
create index if not exists tracker_outbox_created on tracker_outbox (account, created_at);

-- The brief of each item that is kept.
create table if not exists tracker_brief (
    account varchar(255) not null,
    item_id uuid not null,
    source varchar(100) not null,
    item_key varchar not null,
    language varchar(10) not null,
    origin varchar(20) not null,
    meaningful_key varchar not null,
    generated_at timestamp(6) with time zone not null,
    content text not null,
    primary key (account, item_id)
);

-- What was asked of language models, and what came of it.
create table if not exists tracker_model_job (
    account varchar(255) not null,
    number bigint not null,
    item_id uuid not null,
    source varchar(100) not null,
    item_key varchar not null,
    model varchar not null,
    prompt text not null,
    answer text,
    attempts integer not null,
    status varchar(20) not null,
    error text,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    primary key (account, number)
);
create index if not exists tracker_model_job_item on tracker_model_job (account, item_id, number);

-- The number of the newest script, for whoever runs them himself. Each further script updates it.
create table if not exists tracker_schema (
    version integer not null
);
insert into tracker_schema (version)
select 1
where not exists (select 1 from tracker_schema);
