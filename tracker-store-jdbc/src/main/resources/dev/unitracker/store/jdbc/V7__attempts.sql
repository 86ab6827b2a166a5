-- How far an attempt at a look got that broke off, for the next attempt and for replays; null if it got to its end.
alter table tracker_run add column if not exists reached text;

-- Was kept in notes before.
delete from tracker_note where name like 'attempt/%';

update tracker_schema set version = 7;
