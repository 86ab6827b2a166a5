-- The latest lease: which look may write the account, and until when it keeps others away.
alter table tracker_account add column if not exists lease_number bigint;
alter table tracker_account add column if not exists lease_owner varchar;
alter table tracker_account add column if not exists lease_until timestamp(6) with time zone;

-- The number of the newest script, for whoever runs them himself. Each further script updates it.
create table if not exists tracker_schema (
    version integer not null
);
insert into tracker_schema (version)
select 2
where not exists (select 1 from tracker_schema);
