-- Each note has an owner. Nobody knows whose the earlier ones were; all of them are written anew.
drop table if exists tracker_note;
create table if not exists tracker_note (
    account varchar(255) not null,
    owner varchar(120) not null,
    note_id uuid not null,
    name varchar not null,
    content text not null,
    primary key (account, owner, note_id)
);

update tracker_schema set version = 12;
