-- Makes hypertables of the messages and the samples where TimescaleDB can be used, with all that is in them; the second time it does
-- nothing. Roll-ups that are plain tables stay so, as they hold what no sample tells any more. The tables are locked meanwhile.
create function use_timescaledb() returns void language plpgsql set search_path from current as $$
begin
  if exists (select 1 from pg_available_extensions where name = 'timescaledb')
      and current_setting('timescaledb.disable_load', true) is not null then
    begin
      create extension if not exists timescaledb with schema public;
    exception when insufficient_privilege then
      raise notice 'timescaledb is available but may not be created by this role: plain tables';
    end;
  end if;
  if not exists (select 1 from pg_extension where extname = 'timescaledb') then
    return;
  end if;
  if not exists (select 1 from timescaledb_information.hypertables
      where hypertable_schema = current_schema() and hypertable_name = 'message') then
    perform public.create_hypertable('message', 'at', chunk_time_interval => interval '7 days', migrate_data => true);
  end if;
  if not exists (select 1 from timescaledb_information.hypertables
      where hypertable_schema = current_schema() and hypertable_name = 'mind_sample') then
    perform public.create_hypertable('mind_sample', 'at', chunk_time_interval => interval '1 day', migrate_data => true);
    begin
      alter table mind_sample set (timescaledb.compress, timescaledb.compress_segmentby = 'shard_id, avatar_id',
        timescaledb.compress_orderby = 'at');
      perform public.add_compression_policy('mind_sample', interval '2 days');
    exception when others then
      raise notice 'no compression here: %', sqlerrm;
    end;
  end if;
end $$;

do $$ begin perform use_timescaledb(); end $$;

-- How far back the continuous aggregates follow what changes: as long as the database or its jobs may stand still without leaving
-- averages out. It must not reach back to samples that are forgotten already, or their averages would be forgotten with them.
create function refresh_roll_ups_within(reach interval) returns void language plpgsql as $$
declare
  job record;
begin
  for job in select j.job_id, j.config from timescaledb_information.jobs j join timescaledb_information.continuous_aggregates a
      on (j.hypertable_schema, j.hypertable_name) in ((a.view_schema, a.view_name),
        (a.materialization_hypertable_schema, a.materialization_hypertable_name))
      where j.proc_name = 'policy_refresh_continuous_aggregate' and a.view_schema = current_schema()
        and a.view_name in ('mind_hour', 'mind_day') and (j.config->>'start_offset')::interval is distinct from reach loop
    perform public.alter_job(job.job_id, config => jsonb_set(job.config, '{start_offset}', to_jsonb(reach)));
  end loop;
end $$;

-- Drops the chunks of the samples that hold nothing any more: every query plans for each chunk there is.
create function drop_empty_sample_chunks(older timestamptz) returns void language plpgsql as $$
declare
  chunk record;
  filled boolean;
begin
  if not exists (select 1 from pg_extension where extname = 'timescaledb') then
    return;
  end if;
  for chunk in select format('%I.%I', c.chunk_schema, c.chunk_name) as name, c.range_start, c.range_end
      from timescaledb_information.chunks c where c.hypertable_schema = current_schema() and c.hypertable_name = 'mind_sample'
        and c.range_end <= older loop
    execute 'select exists (select 1 from ' || chunk.name || ')' into filled;
    if not filled then
      perform public.drop_chunks('mind_sample', older_than => chunk.range_end, newer_than => chunk.range_start);
    end if;
  end loop;
end $$;
