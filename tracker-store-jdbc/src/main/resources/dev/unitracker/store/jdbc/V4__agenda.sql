-- What is to be watched is found without reading every item.
alter table tracker_item add column if not exists review varchar(100);
update tracker_item set review = 'watch' where fields like '%"review_status":"watch"%';
create index if not exists tracker_item_review on tracker_item (account, review);

-- What happened to an item since a moment is found without reading what happened before.
drop index if exists tracker_ledger_item;
create index if not exists tracker_ledger_item on tracker_ledger (account, item_id, seen_at);

update tracker_schema set version = 4;
