-- Takes a place for one request, or answers what it has to wait for: {shortage or '', microseconds, now}.
-- KEYS: the throttle, the edition of the books, then the accounts of the world, the purpose and perhaps the owner.
-- ARGV: now or '', slot, share in thousandths, tokens, money, how long a place is held, recovery a minute, the edition that the caller
-- knows or ''; then the limits of each account: requests and tokens a minute, requests, tokens and money a day.
if ARGV[8] ~= '' and redis.call('GET', KEYS[2]) ~= ARGV[8] then return {'FORGOTTEN', '0', '0'} end
local now = instant(ARGV[1])
local slot = ARGV[2]
local share = tonumber(ARGV[3])
local tokens = tonumber(ARGV[4])
local money = tonumber(ARGV[5])
local hold = tonumber(ARGV[6])
local accounts = (#KEYS - 2) / 3

local function fits(used, more, limit, permille)
  return used * 1000 < limit * permille and used + more <= limit
end

local function lacks(kind, used, more, limit)
  if limit == 0 or fits(used, more, limit, share) then return nil end
  return fits(used, more, limit, 1000) and 'RESERVED' or kind
end

local function until_free(places, others)
  local found = redis.call('ZRANGE', places, whole(others), whole(others), 'WITHSCORES')
  return found[2] and tonumber(found[2]) - now or 0
end

local function shortage(number, factor)
  local places, held, hours = account(3, number)
  local limits = {}
  for i = 1, 5 do limits[i] = tonumber(ARGV[8 + 5 * number + i]) end
  for i = 1, 2 do
    if limits[i] > 0 and number == 0 then limits[i] = math.max(1, math.floor(limits[i] * factor)) end
  end
  local used = redis.call('ZCARD', places)
  local found = lacks('REQUESTS_A_MINUTE', used, 1, limits[1])
  if found then return found, until_free(places, used - math.ceil(limits[1] * share / 1000)) end
  found = lacks('TOKENS_A_MINUTE', tonumber(redis.call('HGET', held, 'sum') or 0), tokens, limits[2])
  if found then return found, until_free(places, 0) end
  local sums = day(hours, now)
  found = lacks('REQUESTS_A_DAY', sums.r, 1, limits[3])
    or lacks('TOKENS_A_DAY', sums.t, tokens, limits[4])
    or lacks('MONEY', sums.m, money, limits[5])
  if found then return found, (math.floor(now / HOUR) + 1) * HOUR - now end
  return nil
end

local factor, since, paused = throttle(KEYS[1])
if now < paused then return {'THROTTLED', whole(paused - now), whole(now)} end
factor = recovered(factor, since, now, tonumber(ARGV[7]))
for number = 0, accounts - 1 do
  local places, held = account(3, number)
  forget(places, held, now)
end
for number = 0, accounts - 1 do
  local found, wait = shortage(number, factor)
  if found then return {number == 2 and 'OWNER' or found, whole(wait), whole(now)} end
end
for number = 0, accounts - 1 do
  local places, held, hours = account(3, number)
  redis.call('ZADD', places, whole(now + hold), slot)
  redis.call('HSET', held, slot, whole(tokens))
  redis.call('HINCRBY', held, 'sum', whole(tokens))
  redis.call('PEXPIRE', places, whole(2 * hold / 1000))
  redis.call('PEXPIRE', held, whole(2 * hold / 1000))
  count(hours, whole(math.floor(now / HOUR)), 1, tokens, money)
end
return {'', '0', whole(now)}
