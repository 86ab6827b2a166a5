-- What people are to be told and were told: one row for each recipient.
create table if not exists tracker_outbox (
    account varchar(255) not null,
    delivery_id uuid not null,
    delivery_key varchar not null,
    notice_key varchar not null,
    kind varchar(20) not null,
    severity varchar(20) not null,
    item_id uuid,
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
create index if not exists tracker_outbox_next on tracker_outbox (account, state, recipient_id, not_before);
create index if not exists tracker_outbox_item on tracker_outbox (account, item_id);
create index if not exists tracker_outbox_change on tracker_outbox (account, latest_change);
create index if not exists tracker_outbox_created on tracker_outbox (account, created_at);

update tracker_schema set version = 5;
