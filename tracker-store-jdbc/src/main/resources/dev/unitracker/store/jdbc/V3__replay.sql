-- How a look was made, for replays of it.
alter table tracker_run add column collectors text default '[]' not null;
alter table tracker_run add column removals_accepted boolean default false not null;

update tracker_schema set version = 3;
