-- What the script of a later version may do. H2 commits each statement by itself.
alter table tracker_item add column if not exists colour varchar(20);
update tracker_item set colour = 'blue' where colour is null;
create index if not exists tracker_item_colour on tracker_item (account, colour);
create table if not exists tracker_colour (
    account varchar(255) not null primary key,
    colour varchar(20) not null
);
insert into tracker_colour (account, colour)
select account, 'blue'
from tracker_account
where account not in (select account from tracker_colour);

update tracker_schema set version = 2;
