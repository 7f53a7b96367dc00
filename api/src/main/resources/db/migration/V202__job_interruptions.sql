-- How often the process that did it died: neither a retry nor a hand-over at a shutdown is one.
alter table job add column interruptions integer not null default 0;
