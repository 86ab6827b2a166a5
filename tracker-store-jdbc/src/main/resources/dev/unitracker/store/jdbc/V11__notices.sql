-- Each sort of notice has a name of its own and says in its details what it needs; what was planned before does not.
delete from tracker_outbox
where kind in ('urgent', 'operations')
    or (kind = 'reminder' and details = '[]')
    or (kind = 'digest' and details not like '%,%');

update tracker_schema set version = 11;
