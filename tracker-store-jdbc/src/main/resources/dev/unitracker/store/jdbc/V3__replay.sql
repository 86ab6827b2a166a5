-- How a look was made, for replays of it.
alter table tracker_run add column if not exists collectors text default '[]' not null;
alter table tracker_run add column if not exists removals_accepted boolean default false not null;

update tracker_schema set version = 3;
