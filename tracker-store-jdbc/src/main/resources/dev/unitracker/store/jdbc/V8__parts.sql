-- What came of each part of a source, and answers by the collector that asked. Until now one site was read, by its parts.
-- Answers that begin with a square bracket are of the old form; attempts that broke off with those cannot be replayed.
alter table tracker_run add column if not exists parts text default '[]' not null;
alter table tracker_run add column if not exists kept integer default 0 not null;
delete from tracker_run where reached is not null and answers like '[%';
update tracker_run set answers = '{"moodle":' || answers || '}' where answers like '[%';
drop index if exists tracker_run_full;
alter table tracker_run drop column if exists collectors;
alter table tracker_run drop column if exists not_looked;
create index if not exists tracker_run_full on tracker_run (account, full_look, number);

update tracker_schema set version = 8;
