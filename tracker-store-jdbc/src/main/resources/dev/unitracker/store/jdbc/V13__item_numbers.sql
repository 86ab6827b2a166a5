-- A whole number that names an item within its account: the ledger number of its first change.
alter table tracker_item add column if not exists item_number bigint;
update tracker_item set item_number = coalesce(
    (
        select min(l.number)
        from tracker_ledger l
        where l.account = tracker_item.account and l.item_id = tracker_item.item_id),
    last_change)
where item_number is null;
create index if not exists tracker_item_number on tracker_item (account, item_number);
drop index if exists tracker_item_course;
create index if not exists tracker_item_course on tracker_item (account, course, item_number);

update tracker_schema set version = 13;
