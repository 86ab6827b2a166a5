-- The brief of each item that is kept.
create table if not exists tracker_brief (
    account varchar(255) not null,
    item_id uuid not null,
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

update tracker_schema set version = 6;
