-- Who an account belongs to: the student's zone and language, and what the host keeps with it, as JSON.
alter table tracker_account add column if not exists zone varchar(100);
alter table tracker_account add column if not exists language varchar(100);
alter table tracker_account add column if not exists settings text;

update tracker_schema set version = 9;
