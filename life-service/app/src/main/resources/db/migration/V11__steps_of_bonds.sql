-- What became of an avatar's bonds since an instant: the steps alone, among all that its journal holds, most of which are the same bonds with
-- other numbers after each talk.
create index journal_steps on journal (shard_id, avatar_id, applied_at)
  where kind = 'tied' and input->>'previous' <> input->>'status';
