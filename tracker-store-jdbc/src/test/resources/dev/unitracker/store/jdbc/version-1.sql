-- Tables and data as the first version of this library left them. It stays as it is for good, so that each later version
-- is tested to take them over. One script for H2 and PostgreSQL.

-- One script for H2 and PostgreSQL. Every key begins with the account.
-- Keys and names may be longer than an index entry, so they are indexed by an id: the first 16 bytes of their SHA-256.
-- "text" holds JSON or text of any length.

-- One row for each account that was ever written. A transaction that writes updates it first, and so waits for others.
create table tracker_account (
    account varchar(255) not null primary key,
    revision bigint not null,
    last_number bigint not null
);

create table tracker_item (
    account varchar(255) not null,
    item_id uuid not null,
    item_key varchar not null,
    course varchar(600),
    item_type varchar(100) not null,
    status varchar(20) not null,
    title varchar(1000) not null,
    due_at timestamp(6) with time zone,
    first_seen timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    baseline boolean not null,
    last_change bigint not null,
    meaningful_key varchar not null,
    fields text not null,
    primary key (account, item_id)
);
create index tracker_item_course on tracker_item (account, course);
create index tracker_item_due on tracker_item (account, status, due_at);
create index tracker_item_updated on tracker_item (account, updated_at);

-- The dates and places that an item's text states; rewritten with the item.
create table tracker_fact (
    account varchar(255) not null,
    item_id uuid not null,
    fact_number integer not null,
    fact_type varchar(100) not null,
    label varchar not null,
    fact_value varchar not null,
    happens_at timestamp(6) with time zone,
    confidence double precision not null,
    extractor varchar not null,
    quote text not null,
    page integer,
    primary key (account, item_id, fact_number)
);
create index tracker_fact_at on tracker_fact (account, fact_type, happens_at);

create table tracker_scope (
    account varchar(255) not null,
    scope_id uuid not null,
    collector varchar not null,
    scope_key varchar not null,
    settled boolean not null,
    primary key (account, scope_id)
);

create table tracker_sighting (
    account varchar(255) not null,
    scope_id uuid not null,
    item_id uuid not null,
    item_key varchar not null,
    course varchar(600),
    item_type varchar(100),
    presence boolean not null,
    precedence integer not null,
    part_of varchar,
    missed integer not null,
    fields text not null,
    memo text not null,
    evidence_collector varchar not null,
    evidence_request varchar not null,
    evidence_artifact varchar,
    primary key (account, scope_id, item_id)
);
create index tracker_sighting_course on tracker_sighting (account, course);

create table tracker_ledger (
    account varchar(255) not null,
    number bigint not null,
    item_id uuid not null,
    item_key varchar not null,
    kind varchar(100) not null,
    meaningful boolean not null,
    baseline boolean not null,
    course varchar(600),
    item_type varchar(100) not null,
    title varchar not null,
    url varchar,
    fields text not null,
    evidence text not null,
    meaningful_key varchar not null,
    seen_at timestamp(6) with time zone not null,
    run varchar(255) not null,
    primary key (account, number)
);
create index tracker_ledger_item on tracker_ledger (account, item_id, number);

create table tracker_run (
    account varchar(255) not null,
    number bigint not null,
    name varchar(255) not null,
    full_look boolean not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    outcome varchar(20) not null,
    not_looked text not null,
    requests integer not null,
    answers text not null,
    primary key (account, number),
    unique (account, name)
);
create index tracker_run_full on tracker_run (account, full_look, outcome, number);

create table tracker_note (
    account varchar(255) not null,
    note_id uuid not null,
    name varchar not null,
    content text not null,
    primary key (account, note_id)
);

create table "tracker_schema_history" (
    "installed_rank" integer not null primary key,
    "version" varchar(50),
    "description" varchar(200) not null,
    "type" varchar(20) not null,
    "script" varchar(1000) not null,
    "checksum" integer,
    "installed_by" varchar(100) not null,
    "installed_on" timestamp default current_timestamp not null,
    "execution_time" integer not null,
    "success" boolean not null
);
insert into "tracker_schema_history" values (1, '1', 'tables', 'SQL', 'V1__tables.sql', 1187048948, 'sa', TIMESTAMP '2026-03-02 12:00:00', 31, true);

insert into tracker_account values ('ana', 8, 5);
insert into tracker_item values ('ana', UUID '1379082e-4633-e3a3-9d6b-9fd5024e8546', 'event:3', NULL, 'calendar_event', 'active', U&'Caf\00e9', NULL, TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', TRUE, 1, '240b249450d71907f075f9549e691fe1ce0579ed1475f7583a8b90d2af107114', U&'{"item_type":"calendar_event","status":"active","title":"Caf\00e9"}');
insert into tracker_item values ('ana', UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 'module:1', 'course:2', 'assignment', 'active', U&'Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600', TIMESTAMP WITH TIME ZONE '2026-03-27 23:59:00+00', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-02 19:00:00.123456+00', TRUE, 4, 'e24b2e44ae583793208a3482fc3de258a789ef032dc7828048fee29204b1fcad', U&'{"body_text":"It''s due \\\\ ''soon''.\\nParcial el 18/12/2026 a las 18:00, Aula Magna.","classroom[parcial]":"Aula Magna","classroom[parcial].evidence":"0.9 date-grammar - Parcial el 18/12/2026 a las 18:00, Aula Magna.","course":"course:2","due_at":"2026-03-27T23:59:00Z","due_source":"activity fake_contents/course:2","exam_at[parcial]":"2026-12-18T21:00:00Z","exam_at[parcial].evidence":"0.95 date-grammar - Parcial el 18/12/2026 a las 18:00, Aula Magna.","item_type":"assignment","primary_url":"https://example.org/mod/assign/view.php?id=1&x=%20","status":"active","title":"Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600"}');
insert into tracker_item values ('ana', UUID '93aa1c87-c6b7-08c3-4caf-0ae6b857b288', 'module:2', 'course:3', 'quiz', 'removed', 'Quiz', NULL, TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-03 02:00:00.123456+00', TRUE, 5, '25a6186d9e30cafefe18c14f5caba9a97d3288c3e8be92b2adead8d6452824bf', '{"course":"course:3","item_type":"quiz","status":"removed","title":"Quiz"}');
insert into tracker_fact values ('ana', UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 1, 'classroom', 'parcial', 'Aula Magna', NULL, 0.9, 'date-grammar', 'Parcial el 18/12/2026 a las 18:00, Aula Magna.', NULL);
insert into tracker_fact values ('ana', UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 2, 'exam_at', 'parcial', '2026-12-18T21:00:00Z', TIMESTAMP WITH TIME ZONE '2026-12-18 21:00:00+00', 0.95, 'date-grammar', 'Parcial el 18/12/2026 a las 18:00, Aula Magna.', NULL);
insert into tracker_scope values ('ana', UUID 'a61622fb-de49-6cd9-253c-c919fac93134', 'moodle_contents', 'calendar', TRUE);
insert into tracker_scope values ('ana', UUID '976bf374-40d1-8975-45a1-b614b34a9b7f', 'moodle_contents', 'contents/course:2', TRUE);
insert into tracker_scope values ('ana', UUID '1d4dc6d9-3556-48a5-fe0e-b912bc8513dd', 'moodle_contents', 'contents/course:3', TRUE);
insert into tracker_sighting values ('ana', UUID 'a61622fb-de49-6cd9-253c-c919fac93134', UUID '1379082e-4633-e3a3-9d6b-9fd5024e8546', 'event:3', NULL, 'calendar_event', TRUE, 10, NULL, 0, U&'{"title":"Caf\00e9"}', '{}', 'moodle_contents', 'fake_calendar', NULL);
insert into tracker_sighting values ('ana', UUID '976bf374-40d1-8975-45a1-b614b34a9b7f', UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 'module:1', 'course:2', 'assignment', TRUE, 10, NULL, 0, U&'{"body_text":"It''s due \\\\ ''soon''.\\nParcial el 18/12/2026 a las 18:00, Aula Magna.","due_at":"2026-03-27T23:59:00Z","primary_url":"https://example.org/mod/assign/view.php?id=1&x=%20","title":"Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600"}', '{"due_rule":"activity","etag":"7"}', 'moodle_contents', 'fake_contents/course:2', NULL);
insert into tracker_sighting values ('ana', UUID '1d4dc6d9-3556-48a5-fe0e-b912bc8513dd', UUID '93aa1c87-c6b7-08c3-4caf-0ae6b857b288', 'module:2', 'course:3', 'quiz', TRUE, 10, NULL, 2, '{"title":"Quiz"}', '{}', 'moodle_contents', 'fake_contents/course:3', NULL);
insert into tracker_ledger values ('ana', 1, UUID '1379082e-4633-e3a3-9d6b-9fd5024e8546', 'event:3', 'new', TRUE, TRUE, NULL, 'calendar_event', U&'Caf\00e9', NULL, U&'[{"field":"status","after":"active"},{"field":"item_type","after":"calendar_event"},{"field":"title","after":"Caf\00e9"}]', '[{"collector":"moodle_contents","request":"fake_calendar"}]', '240b249450d71907f075f9549e691fe1ce0579ed1475f7583a8b90d2af107114', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', '000000001');
insert into tracker_ledger values ('ana', 2, UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 'module:1', 'new', TRUE, TRUE, 'course:2', 'assignment', U&'Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600', 'https://example.org/mod/assign/view.php?id=1&x=%20', U&'[{"field":"status","after":"active"},{"field":"item_type","after":"assignment"},{"field":"course","after":"course:2"},{"field":"title","after":"Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600"},{"field":"body_text","after":"It''s due \\\\ ''soon''.\\nParcial el 18/12/2026 a las 18:00, Aula Magna."},{"field":"due_at","after":"2026-03-20T23:59:00Z"},{"field":"due_source","after":"activity fake_contents/course:2"},{"field":"primary_url","after":"https://example.org/mod/assign/view.php?id=1&x=%20"},{"field":"classroom[parcial]","after":"Aula Magna"},{"field":"classroom[parcial].evidence","after":"0.9 date-grammar - Parcial el 18/12/2026 a las 18:00, Aula Magna."},{"field":"exam_at[parcial]","after":"2026-12-18T21:00:00Z"},{"field":"exam_at[parcial].evidence","after":"0.95 date-grammar - Parcial el 18/12/2026 a las 18:00, Aula Magna."}]', '[{"collector":"moodle_contents","request":"fake_contents/course:2"}]', 'd1b8fad24d8bbe2c26f6b5e068e3d00e36cc90d0dc60a441ac39085783b6b8d4', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', '000000001');
insert into tracker_ledger values ('ana', 3, UUID '93aa1c87-c6b7-08c3-4caf-0ae6b857b288', 'module:2', 'new', TRUE, TRUE, 'course:3', 'quiz', 'Quiz', NULL, '[{"field":"status","after":"active"},{"field":"item_type","after":"quiz"},{"field":"course","after":"course:3"},{"field":"title","after":"Quiz"}]', '[{"collector":"moodle_contents","request":"fake_contents/course:3"}]', 'af6ed80fe3b906e9e3021bf92e34b94a172ad6c067184f0be33d60e0b603d053', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', '000000001');
insert into tracker_ledger values ('ana', 4, UUID 'fe6a7190-2961-1a25-c579-aca6b75fdc86', 'module:1', 'deadline_changed', TRUE, FALSE, 'course:2', 'assignment', U&'Trabajo pr\00e1ctico 1: \00ab\00d1and\00fa\00bb \+01f600', 'https://example.org/mod/assign/view.php?id=1&x=%20', '[{"field":"due_at","before":"2026-03-20T23:59:00Z","after":"2026-03-27T23:59:00Z"}]', '[{"collector":"moodle_contents","request":"fake_contents/course:2"}]', 'e24b2e44ae583793208a3482fc3de258a789ef032dc7828048fee29204b1fcad', TIMESTAMP WITH TIME ZONE '2026-03-02 19:00:00.123456+00', '000000002');
insert into tracker_ledger values ('ana', 5, UUID '93aa1c87-c6b7-08c3-4caf-0ae6b857b288', 'module:2', 'removed', TRUE, FALSE, 'course:3', 'quiz', 'Quiz', NULL, '[{"field":"status","before":"active","after":"removed"}]', '[]', '25a6186d9e30cafefe18c14f5caba9a97d3288c3e8be92b2adead8d6452824bf', TIMESTAMP WITH TIME ZONE '2026-03-03 02:00:00.123456+00', '000000003');
insert into tracker_run values ('ana', 1, '000000001', TRUE, TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00.123456+00', 'complete', '[]', 0, '[]');
insert into tracker_run values ('ana', 2, '000000002', TRUE, TIMESTAMP WITH TIME ZONE '2026-03-02 19:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-02 19:00:00.123456+00', 'complete', '[]', 0, '[]');
insert into tracker_run values ('ana', 3, '000000003', TRUE, TIMESTAMP WITH TIME ZONE '2026-03-03 02:00:00.123456+00', TIMESTAMP WITH TIME ZONE '2026-03-03 02:00:00.123456+00', 'complete', '[]', 0, '[]');
insert into tracker_note values ('ana', UUID 'a5ae47ac-2690-7021-6501-7576470090ad', 'notifier/console', '5');
