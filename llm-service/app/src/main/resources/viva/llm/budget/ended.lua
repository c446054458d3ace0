-- A request ended: what was reserved becomes what was used, and the limits shrink when the server asked to slow down.
-- KEYS: the throttle, then the accounts.
-- ARGV: now or '', slot, after how long its place is free, when it was taken, tokens and money reserved, tokens and money used; then,
-- when the server asked to slow down: the pause, what is left of the limits, the least, recovery a minute.
local now = instant(ARGV[1])
local slot = ARGV[2]
local taken = tonumber(ARGV[4])
local tokens = tonumber(ARGV[7])
for number = 0, (#KEYS - 1) / 3 - 1 do
  local places, held, hours = account(2, number)
  redis.call('ZADD', places, 'XX', 'LT', whole(now + tonumber(ARGV[3])), slot)
  local before = redis.call('HGET', held, slot)
  if before then
    redis.call('HSET', held, slot, whole(tokens))
    redis.call('HINCRBY', held, 'sum', whole(tokens - tonumber(before)))
  end
  count(hours, whole(math.floor(taken / HOUR)), 0, tokens - tonumber(ARGV[5]), tonumber(ARGV[8]) - tonumber(ARGV[6]))
end
if ARGV[9] then
  local factor, since, paused = throttle(KEYS[1])
  if taken >= since then
    local left = recovered(factor, since, now, tonumber(ARGV[12])) * tonumber(ARGV[10])
    redis.call('HSET', KEYS[1], 'factor', string.format('%.17g', math.max(tonumber(ARGV[11]), left)), 'since', whole(now))
  end
  redis.call('HSET', KEYS[1], 'paused', whole(math.max(paused, now + tonumber(ARGV[9]))))
  redis.call('PEXPIRE', KEYS[1], DAY_MILLIS)
end
return 1
