-- What the scripts share. Instants are microseconds. Numbers become text by %.0f, because Lua's own way keeps 14 digits; a number is
-- negated as 0 - x, because -0 is no integer to Redis.
local HOUR = 3600000000
local HOURS_BACK = 24
local DAY_MILLIS = 26 * 3600000

local function instant(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000000 + tonumber(time[2])
end

local function whole(number)
  return string.format('%.0f', number)
end

-- The three keys of an account: its places by when they are free, their tokens with the sum, and what each hour took.
local function account(first, number)
  local at = first + 3 * number
  return KEYS[at], KEYS[at + 1], KEYS[at + 2]
end

local function forget(places, tokens, now)
  local free = redis.call('ZRANGEBYSCORE', places, '-inf', whole(now))
  for _, slot in ipairs(free) do
    redis.call('HINCRBY', tokens, 'sum', whole(0 - tonumber(redis.call('HGET', tokens, slot) or 0)))
    redis.call('HDEL', tokens, slot)
    redis.call('ZREM', places, slot)
  end
end

-- Requests (r), tokens (t) and money (m) of the last day.
local function day(hours, now)
  local sums = {r = 0, t = 0, m = 0}
  local oldest = math.floor(now / HOUR) - HOURS_BACK
  local fields = redis.call('HGETALL', hours)
  for i = 1, #fields, 2 do
    local kind = string.sub(fields[i], 1, 1)
    if tonumber(string.sub(fields[i], 2)) < oldest then
      redis.call('HDEL', hours, fields[i])
    else
      sums[kind] = sums[kind] + tonumber(fields[i + 1])
    end
  end
  return sums
end

local function count(hours, hour, requests, tokens, money)
  redis.call('HINCRBY', hours, 'r' .. hour, whole(requests))
  redis.call('HINCRBY', hours, 't' .. hour, whole(tokens))
  redis.call('HINCRBY', hours, 'm' .. hour, whole(money))
  redis.call('PEXPIRE', hours, DAY_MILLIS)
end

-- What is left of the limits, when they shrank, and until when nothing starts.
local function throttle(key)
  local found = redis.call('HMGET', key, 'factor', 'since', 'paused')
  return tonumber(found[1] or 1), tonumber(found[2] or 0), tonumber(found[3] or 0)
end

local function recovered(factor, since, now, recovery)
  return math.min(1, factor + recovery * ((now - since) / 60000000))
end
