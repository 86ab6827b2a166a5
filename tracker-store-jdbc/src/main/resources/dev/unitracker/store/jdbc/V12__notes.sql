-- Each note has an owner. Nobody knows whose the earlier ones were; all of them are written anew.
alter table tracker_note add column if not exists owner varchar(120);
delete from tracker_note where owner is null;
alter table tracker_note alter column owner set not null;

update tracker_schema set version = 12;
