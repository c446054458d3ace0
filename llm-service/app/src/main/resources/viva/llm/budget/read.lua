-- How much is used: {now, factor, since, paused, then for each account: requests, tokens, requests, tokens and money of the day}.
-- KEYS: the throttle, then the accounts. ARGV: now or ''.
local now = instant(ARGV[1])
local factor, since, paused = throttle(KEYS[1])
local answer = {whole(now), string.format('%.17g', factor), whole(since), whole(paused)}
for number = 0, (#KEYS - 1) / 3 - 1 do
  local places, held, hours = account(2, number)
  forget(places, held, now)
  local sums = day(hours, now)
  table.insert(answer, whole(redis.call('ZCARD', places)))
  table.insert(answer, redis.call('HGET', held, 'sum') or '0')
  table.insert(answer, whole(sums.r))
  table.insert(answer, whole(sums.t))
  table.insert(answer, whole(sums.m))
end
return answer
