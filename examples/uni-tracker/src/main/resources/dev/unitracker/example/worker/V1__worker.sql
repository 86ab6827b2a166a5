-- One script for H2 and PostgreSQL. H2 commits each statement by itself, so each may find its work done by a run that was cut off.

-- What is to be done when, as db-scheduler keeps it: looks in one table, all that is short in the other, so that looks, which may
-- take long, keep nothing else waiting.
create table if not exists worker_look (
    task_name varchar(100) not null,
    task_instance varchar(255) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index if not exists worker_look_time on worker_look (execution_time);
create index if not exists worker_look_heartbeat on worker_look (last_heartbeat);

create table if not exists worker_job (
    task_name varchar(100) not null,
    task_instance varchar(255) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index if not exists worker_job_time on worker_job (execution_time);
create index if not exists worker_job_heartbeat on worker_job (last_heartbeat);

-- What runs as long as a worker does, such as bots.
create table if not exists worker_companion (
    task_name varchar(100) not null,
    task_instance varchar(255) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index if not exists worker_companion_time on worker_companion (execution_time);
create index if not exists worker_companion_heartbeat on worker_companion (last_heartbeat);

-- What all workers together know of a site. Moments are microseconds since 1970: up to when its requests are spent, and until when
-- it is left alone because looks failed, how many of them in a row, and whose was the last.
create table if not exists worker_site (
    site varchar(500) not null primary key,
    spent_until bigint not null,
    rests_until bigint not null,
    failures integer not null,
    failed_account varchar(255)
);
