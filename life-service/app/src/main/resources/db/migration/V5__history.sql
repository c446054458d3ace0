-- How each avatar was, four times an hour of real time by default: the readings of that instant, and the mind as of its last tick or
-- input, from which any later instant is folded exactly. emotions stand in the order of their codes.
create table mind_sample (
  shard_id smallint not null,
  avatar_id uuid not null,
  at timestamptz not null,
  world_millis bigint not null,
  tick bigint not null,
  mood real not null,
  wellbeing real not null,
  energy real not null,
  social real not null,
  stimulation real not null,
  comfort real not null,
  emotions real[] not null check (cardinality(emotions) = 10),
  activity text not null,
  desire text not null,
  asleep boolean not null,
  mind bytea not null,
  primary key (shard_id, avatar_id, at)
);

create index mind_sample_by_time on mind_sample (shard_id, at);
create index journal_by_time on journal (shard_id, applied_at);

-- Every line that the world's clock has followed, so that any past real instant has a world time.
create table clock_line (
  version bigint primary key,
  anchor_real timestamptz not null,
  anchor_world bigint not null,
  scale double precision not null,
  running boolean not null
);

insert into clock_line (version, anchor_real, anchor_world, scale, running)
select version, anchor_real, anchor_world, scale, running from world_clock;

-- Up to when the samples of a shard are rolled up. With continuous aggregates it stays empty.
create table roll_up_progress (
  shard_id smallint not null,
  span text not null check (span in ('hour', 'day')),
  done_until timestamptz not null,
  primary key (shard_id, span)
);

-- With TimescaleDB the samples are a compressed hypertable and the roll-ups are continuous aggregates; without it, or with an edition
-- of it that lacks them, the same names are plain tables that a job of the service fills.
create function pg_temp.plain_roll_up(name text) returns void language plpgsql as $$
begin
  execute format('create table %I (
    shard_id smallint not null,
    avatar_id uuid not null,
    at timestamptz not null,
    mood_avg double precision not null,
    mood_min real not null,
    mood_max real not null,
    wellbeing_avg double precision not null,
    energy_avg double precision not null,
    social_avg double precision not null,
    stimulation_avg double precision not null,
    comfort_avg double precision not null,
    asleep_share double precision not null,
    samples bigint not null,
    primary key (shard_id, avatar_id, at))', name);
  execute format('create index %I on %I (shard_id, at)', name || '_by_time', name);
end $$;

create function pg_temp.continuous_roll_up(name text, span interval) returns void language plpgsql as $$
begin
  execute format('create materialized view %I with (timescaledb.continuous, timescaledb.materialized_only = true) as
    select shard_id, avatar_id, public.time_bucket(%L::interval, at) as at,
      avg(mood) as mood_avg, min(mood) as mood_min, max(mood) as mood_max, avg(wellbeing) as wellbeing_avg,
      avg(energy) as energy_avg, avg(social) as social_avg, avg(stimulation) as stimulation_avg, avg(comfort) as comfort_avg,
      avg(case when asleep then 1.0::double precision else 0.0::double precision end) as asleep_share, count(*) as samples
    from mind_sample group by shard_id, avatar_id, public.time_bucket(%L::interval, at)
    with no data', name, span, span);
  execute format('select public.add_continuous_aggregate_policy(%L, start_offset => %L::interval, end_offset => %L::interval,
    schedule_interval => interval ''10 minutes'')', name, span * 4, span);
end $$;

do $$
begin
  if exists (select 1 from pg_extension where extname = 'timescaledb') then
    execute 'select public.create_hypertable(''mind_sample'', ''at'', chunk_time_interval => interval ''1 day'')';
    begin
      execute 'alter table mind_sample set (timescaledb.compress, timescaledb.compress_segmentby = ''shard_id, avatar_id'',
        timescaledb.compress_orderby = ''at'')';
      execute 'select public.add_compression_policy(''mind_sample'', interval ''2 days'')';
      perform pg_temp.continuous_roll_up('mind_hour', interval '1 hour');
      perform pg_temp.continuous_roll_up('mind_day', interval '1 day');
      return;
    exception when others then
      raise notice 'no continuous aggregates here, plain roll-ups instead: %', sqlerrm;
    end;
  end if;
  perform pg_temp.plain_roll_up('mind_hour');
  perform pg_temp.plain_roll_up('mind_day');
end $$;

-- Forgets what the roll-ups tell of some avatars; a continuous aggregate can only be told so where it keeps its rows.
create function forget_roll_ups(shard smallint, avatars uuid[]) returns void language plpgsql as $$
declare
  kept text;
begin
  if exists (select 1 from pg_class where oid = 'mind_hour'::regclass and relkind = 'r') then
    delete from mind_hour where shard_id = shard and avatar_id = any(avatars);
    delete from mind_day where shard_id = shard and avatar_id = any(avatars);
    return;
  end if;
  for kept in execute 'select format(''%I.%I'', materialization_hypertable_schema, materialization_hypertable_name)
      from timescaledb_information.continuous_aggregates where view_name in (''mind_hour'', ''mind_day'')' loop
    execute 'delete from ' || kept || ' where shard_id = $1 and avatar_id = any($2)' using shard, avatars;
  end loop;
end $$;
